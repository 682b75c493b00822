/** Says where the portal is and who can sign in, one line a person. */
export const introduce = (say, { url, issuer }, seconds) => {
  say(`\nReady after ${seconds} seconds: open ${url}\n`);
  say('You can sign in as any of these people; the sign-in page lists them all. Nobody has a password here.');
  for (const { place, people } of issuer.people()) {
    say(`\n  ${place}`);
    for (const { name, role } of people) say(`    ${name}, ${role}`);
  }
  say('\nStop with Ctrl-C. Your data stays in the data folder; "npm run reset" empties it.\n');
};
