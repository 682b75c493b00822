const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export type NameList = Readonly<{ F: readonly string[]; M: readonly string[]; surnames: readonly string[] }>;

/** Invented people take their names from lists that fit the region; nobody real is meant. */
export const NAME_LISTS = {
  british: {
    F: words(`Amelia Olivia Isla Ava Mia Ivy Lily Freya Grace Willow Evie Poppy Ella Daisy Rosie Elsie Millie Ellie Ruby Phoebe Maisie Erin Scarlett Evelyn
      Harriet Summer Lacey Skye Lexi Paige Chloe Megan Keira Abbie Libby Bethany Georgia Tia Courtney Shannon Jodie Kayleigh Demi Aimee Holly Amber Jasmine Molly`),
    M: words(`Noah Oliver George Arthur Leo Harry Oscar Archie Jack Henry Charlie Freddie Theo Alfie Jacob Finley Logan Mason Riley Tommy Ronnie Reggie Jenson Kai
      Tyler Callum Connor Jayden Liam Kieran Bradley Ryan Lewis Ethan Nathan Joshua Cameron Harvey Toby Luke Owen Rhys Brandon Corey Declan Dylan Jake Kyle`),
    surnames: words(`Ashcroft Bagnall Barlow Bickerton Birchall Bloor Boulton Bourne Brindley Brough Burgess Cartlidge Chell Clewlow Colclough Copestake Cotterill Deakin Dimmock
      Eardley Edge Finney Forrester Goodwin Greatbatch Hancock Hassall Heath Hollins Hulme Jervis Kettle Lea Leese Lovatt Machin Mellor Mountford Myatt Oakden Plant Podmore
      Proctor Rhead Rowley Salt Sherratt Shenton Sillitoe Stanier Tams Tatton Tellwright Tunnicliffe Turnock Wain Walklate Washington Weston Whalley Wooliscroft Yates
      Beddoes Bebb Breeze Corfield Cureton Everall Gittins Gwilliam Hotchkiss Jarrett Jukes Kynaston Lello Mansell Minton Morgan Munslow Onions Pardoe Preece Pryce
      Rudge Speake Swain Tipton Titley Tudor Wellings Whettall Woof`),
  },
  irish: {
    F: words('Aoife Niamh Ciara Roisin Shauna Bridget Kathleen Margaret Nora Eileen'),
    M: words('Patrick Michael Sean Cian Martin Jimmy John-Joe Declan Tom Miley'),
    surnames: words('Doran Connors Maughan Cash Ward McDonagh Reilly Quilligan Delaney Stokes Gallagher Brennan'),
  },
  roma: {
    F: words('Vanesa Denisa Kristina Nikola Sabrina Adriana Monika Zaneta Erika Andrea'),
    M: words('Patrik Dominik Marek Kevin Erik Roman Tomas Denis Lukas Samuel'),
    surnames: words('Horvath Balog Dunka Gabor Lakatos Tancos Cervenak Bandy Pusko Kotlar'),
  },
  european: {
    F: words('Zuzanna Oliwia Natalia Gabriela Ioana Andreea Elena Karolina Wiktoria Emilija'),
    M: words('Jakub Filip Szymon Kacper Andrei Stefan Matei Mikolaj Dawid Lukas'),
    surnames: words('Kowalczyk Wojcik Mazur Pawlak Popescu Ionescu Dumitru Balciunas Petrov Zielinski Krawczyk Stan'),
  },
  pakistani: {
    F: words('Aisha Zainab Maryam Fatima Hafsa Iqra Sana Amina Hira Noor Sumaya Laiba'),
    M: words('Muhammad Ibrahim Hamza Adam Yusuf Bilal Zain Haris Umar Hassan Danyal Rayyan'),
    surnames: words('Hussain Khan Ahmed Mahmood Iqbal Akhtar Malik Shah Rafiq Nawaz Bashir Rehman'),
  },
  bangladeshi: {
    F: words('Tasnim Nusrat Sadia Rumana Fahmida Jannat Maisha Tahmina'),
    M: words('Tanvir Rafi Nayeem Shafin Imran Arif Rahat Sakib'),
    surnames: words('Miah Uddin Begum-Ali Rahman Chowdhury Islam Haque Choudhury'),
  },
  indian: {
    F: words('Simran Jasleen Anjali Priya Riya Harleen Diya Kavya'),
    M: words('Arjun Harjit Rohan Jaspal Aarav Gurdeep Dev Karan'),
    surnames: words('Singh-Gill Sandhu Patel Sharma Dhillon Bains Sidhu Mistry'),
  },
  african: {
    F: words('Adaeze Blessing Chiamaka Tendai Rudo Esther Temitope Abena Nyasha Grace'),
    M: words('Emeka Tinashe Kwame Tobi David Samuel Farai Chidi Kofi Daniel'),
    surnames: words('Okafor Adeyemi Moyo Ncube Mensah Boateng Chikwanha Eze Banda Sibanda Owusu Bello'),
  },
  caribbean: {
    F: words('Shanice Kiara Aaliyah Tanisha Renee Jada Monique Naomi Leah Amara'),
    M: words('Jerome Marcus Tyrese Malachi Isaiah Andre Dante Reece Micah Zion'),
    surnames: words('Campbell Grant Morrison Beckford Bailey Gordon Blake Francis Palmer Wint Daley Reid'),
  },
  chinese: { F: words('Mei Xinyi Lin Yan'), M: words('Jun Hao Wei Ming'), surnames: words('Chen Wong Lau Cheung Lin Tang') },
  sudanese: { F: words('Amna Hiba Salma'), M: words('Abdalla Mustafa Ismail Khalid Adam Yasir'), surnames: words('Abakar Idris Osman Haroun Elamin Bakhit') },
  eritrean: { F: words('Selam Luwam Rahwa Semhar'), M: words('Filmon Yonas Henok Natnael Robel Samiel'), surnames: words('Tesfay Kidane Gebremariam Habte Berhane Mehari') },
  afghan: { F: words('Parwana Zahra'), M: words('Ahmadullah Rahmat Sayed Zabihullah Naweed Esmat'), surnames: words('Stanikzai Ahmadzai Safi Noori Zazai Mohmand') },
  kurdish: { F: words('Shilan Hana'), M: words('Ako Rebaz Hawre Zana Karwan Soran'), surnames: words('Rasul Hamid Aziz Mahmud Salih Karim') },
  vietnamese: { F: words('Linh Thao Huong'), M: words('Minh Duc Tuan Hung'), surnames: words('Nguyen Tran Pham Hoang') },
  albanian: { F: words('Elira Blerta'), M: words('Ardit Klajdi Endri Besnik'), surnames: words('Hoxha Gjoka Leka Marku') },
} as const satisfies Readonly<Record<string, NameList>>;

export type NameListKey = keyof typeof NAME_LISTS;
