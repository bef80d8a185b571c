/** `sentra laporan buat FILE --ke NAME`: the whole report: sentences, charts, tables, method notes. */
export { run } from './export.ts';
