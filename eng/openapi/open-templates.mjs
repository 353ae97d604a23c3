// Opens every workbook of a folder by ExcelJS; ends with 1 where one takes more than two seconds of processor. See eng/templates.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";

const folder = process.argv[2];
let slow = false;
for (const name of readdirSync(folder).sort()) {
  const before = process.cpuUsage();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder, name));
  const used = process.cpuUsage(before);
  const took = (used.user + used.system) / 1000;
  const header = book.worksheets[0].getRow(1).values.filter(Boolean);
  if (header.length === 0) {
    throw new Error(`${name}: ExcelJS finds no header`);
  }

  slow ||= took > 2000;
  console.log(`ExcelJS ${name}: ${Math.round(took)} ms`);
}

process.exit(slow ? 1 : 0);
