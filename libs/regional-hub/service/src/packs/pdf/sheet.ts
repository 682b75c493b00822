import PDFDocument from 'pdfkit';

/** A cell of a table: its words, and whether it heads its row. */
export type SheetTable = Readonly<{ columns: readonly string[]; rows: readonly (readonly string[])[] }>;

const MARGIN = 40;
const INK = '#0b0c0c';
const QUIET = '#484949';
const RULE = '#b1b4b6';

type Kind = 'H1' | 'H2' | 'P';

const LOOKS: Readonly<Record<Kind, Readonly<{ size: number; bold: boolean; after: number }>>> = {
  H1: { size: 18, bold: true, after: 8 }, H2: { size: 13, bold: true, after: 6 }, P: { size: 10, bold: false, after: 6 },
};

/** Standard fonts know no minus sign of their own. */
const printable = (text: string): string => text.replaceAll('\u2212', '-').replaceAll('\u2019', "'");

/**
 * A document on A4 sheets across, with tags: headings, paragraphs and tables whose cells know their row and column, bookmarks, its language and title,
 * and on each sheet its marking and "page x of y", which are no part of what is read out.
 */
export class SheetWriter {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly whole: Promise<Buffer>;
  private readonly root: PDFKit.PDFStructureElement;

  constructor(private readonly marking: string, title: string, madeAt: Date) {
    this.pdf = new PDFDocument({
      size: 'A4', layout: 'landscape', margin: MARGIN, tagged: true, pdfVersion: '1.7', lang: 'en-GB', displayTitle: true, bufferPages: true,
      info: { Title: title, CreationDate: madeAt, Producer: 'Permanence', Creator: 'Permanence' },
    });
    const chunks: Buffer[] = [];
    this.whole = new Promise((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => { resolve(Buffer.concat(chunks)); }).on('error', reject);
    });
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  title(text: string): void {
    this.pdf.outline.addItem(printable(text));
    this.write('H1', text);
  }

  /** A section begins on a sheet of its own, with a bookmark. */
  section(text: string): void {
    this.pdf.addPage();
    this.pdf.outline.addItem(printable(text));
    this.write('H2', text);
  }

  paragraph(text: string): void {
    this.write('P', text);
  }

  table({ columns, rows }: SheetTable): void {
    const width = this.pdf.page.width - 2 * MARGIN;
    const first = Math.min(260, width * 0.36);
    const other = (width - first) / Math.max(columns.length - 1, 1);
    const head = columns.map((text) => ({ text: printable(text), type: 'TH' as const, scope: 'column' as const, font: { src: 'Helvetica-Bold', size: 9 } }));
    const body = rows.map((row) => row.map((text, at) => (at === 0 ? { text: printable(text), type: 'TH' as const, scope: 'row' as const } : { text: printable(text), type: 'TD' as const })));
    const options = {
      structParent: this.root, columnStyles: columns.map((_, at) => (at === 0 ? first : other)), data: [head, ...body],
      defaultStyle: { border: { top: 0, right: 0, bottom: 0.5, left: 0 }, borderColor: RULE, padding: 3, font: { src: 'Helvetica', size: 9 }, textColor: INK },
    };
    this.pdf.table(options as unknown as PDFKit.Mixins.TableOptionsWithData);
    this.pdf.moveDown();
    this.pdf.x = MARGIN;
  }

  /** Numbers the sheets and closes the document. */
  async close(): Promise<Buffer> {
    this.root.end();
    const { count } = this.pdf.bufferedPageRange();
    for (let at = 0; at < count; at += 1) this.foot(at, count);
    this.pdf.end();
    return this.whole;
  }

  private write(kind: Kind, text: string): void {
    const { size, bold, after } = LOOKS[kind];
    this.root.add(this.pdf.struct(kind, {}, () => {
      this.pdf.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size).fillColor(INK).text(printable(text), MARGIN, undefined, { width: this.pdf.page.width - 2 * MARGIN });
    }));
    this.pdf.y += after;
  }

  private foot(at: number, count: number): void {
    this.pdf.switchToPage(at);
    const { page } = this.pdf;
    // The foot stands in the margin, where a text would else begin a new sheet.
    page.margins = { ...page.margins, bottom: 0 };
    const y = page.height - 28;
    this.pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    this.pdf.font('Helvetica').fontSize(8).fillColor(QUIET).text(this.marking, MARGIN, y, { lineBreak: false });
    this.pdf.text(`Page ${String(at + 1)} of ${String(count)}`, MARGIN, y, { width: page.width - 2 * MARGIN, align: 'right', lineBreak: false });
    this.pdf.endMarkedContent();
  }
}
