/**
 * The Typst page of a report. It is a text in a module and not a file of its own, so that the bundled command line
 * carries it. It receives the report as JSON in `sys.inputs.report`: data never becomes markup.
 */
export const pdfTemplate = `
#let report = json(bytes(sys.inputs.report))
#let ink = rgb("#1b2430")
#let grey = rgb("#5b6673")
#let rule = rgb("#c9d1d9")
#let orange = rgb("#b34700")
#let heat = ("#f1f7fb", "#c6dff0", "#8dbfe0", "#4c97c9", "#1d6fa8", "#0a4a7a").map(rgb)

#set document(title: report.title, date: none)
#set text(font: report.font, stretch: 87.5%, fallback: true, size: 9.5pt, lang: report.locale, fill: ink, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em)
#set page(
	paper: "a4",
	margin: (x: 20mm, top: 20mm, bottom: 20mm),
	footer: context align(right, text(8pt, fill: grey, {
		report.page.at(0)
		str(counter(page).get().first())
		report.page.at(1)
		str(counter(page).final().first())
		report.page.at(2)
	})),
)
#show heading.where(level: 1): set text(17pt)
#show heading.where(level: 2): it => block(above: 20pt, below: 8pt, sticky: true, text(12.5pt, it.body))
#show heading.where(level: 3): it => block(above: 14pt, below: 6pt, sticky: true, text(10.5pt, it.body))

#let cell-content(cell, row, size) = {
	let dark = cell.heat != none and cell.heat != "loss" and cell.heat > 4
	let colour = if cell.heat == "loss" { orange } else if dark { white } else { ink }
	let weight = if cell.strong or row.role == "total" or row.role == "section" { "bold" } else { "regular" }
	text(size, weight: weight, fill: colour, cell.text)
}

#let data-table(data) = {
	let count = data.columns.len()
	let size = if count > 12 { 6.5pt } else if count > 6 { 7.5pt } else { 8.5pt }
	let side = if count > 6 { 2.5pt } else { 5pt }
	let is-heat = data.rows.any(row => row.cells.any(cell => cell.heat != none))
	let many = count > 5
	let name-width = if many { 2fr } else { 1fr }
	let widths = if is-heat { (1fr,) * count } else {
		range(count).map(i => if i == data.head { name-width } else if many and data.columns.at(i).align == "right" { 1fr } else { auto })
	}
	let cells = ()
	for row in data.rows {
		if row.role == "section" {
			cells.push(table.cell(colspan: count, fill: rgb("#ece7db"), align: left, cell-content(row.cells.first(), row, size)))
		} else {
			for (i, cell) in row.cells.enumerate() {
				let fill = if cell.heat == none or cell.heat == "loss" { none } else { heat.at(cell.heat - 1) }
				cells.push(table.cell(fill: fill, cell-content(cell, row, size)))
			}
		}
	}
	block(above: 10pt, below: 4pt, breakable: false, sticky: true, text(8.5pt, fill: grey, data.caption))
	table(
		columns: widths,
		align: (x, y) => top + if data.columns.at(x).align != "right" { left } else if is-heat { center } else { right },
		inset: (x: side, y: 3.2pt),
		stroke: (x, y) => (bottom: 0.4pt + rule),
		table.hline(stroke: 0.9pt + ink),
		table.header(..data.columns.map(c => table.cell(align: bottom + if c.align != "right" { left } else if is-heat { center } else { right }, text(size, weight: "bold", c.label)))),
		table.hline(stroke: 0.6pt + ink),
		..cells,
		table.hline(stroke: 0.9pt + ink),
	)
	if data.source != "" { block(above: 4pt, text(8pt, fill: grey, data.source)) }
}

// A wide table turns the page and takes its heading with it; a short one is kept in one piece.
#let any-table(data) = if data.wide {
	page(flipped: true, { if data.heading != "" { heading(level: 2, data.heading) }; data-table(data) })
} else {
	block(width: 100%, breakable: data.rows.len() > 14, data-table(data))
}

#let chart(data) = block(breakable: false, above: 16pt, below: 12pt, {
	block(below: 3pt, text(11pt, weight: "bold", data.title))
	block(below: 8pt, text(8.5pt, fill: grey, data.subtitle))
	image(bytes(data.svg), format: "svg", width: 112mm, alt: data.alt)
	block(above: 7pt, text(8pt, fill: grey, data.foot))
})

#heading(level: 1, report.title)
#v(4pt)

#for item in report.blocks {
	if item.kind == "heading" {
		heading(level: item.level, item.text)
	} else if item.kind == "sentence" {
		block(above: 10pt, below: 10pt, breakable: false, sticky: true, stroke: (left: 2.5pt + rgb("#0b5cad")), inset: (left: 9pt, y: 2pt), {
			text(12pt, item.text)
			if item.condition != "" { block(above: 6pt, text(8.5pt, fill: grey, item.condition)) }
		})
	} else if item.kind == "paragraph" {
		par(item.text)
	} else if item.kind == "note" {
		block(stroke: (left: 2pt + orange), inset: (left: 9pt, y: 1pt), text(9pt, item.text))
	} else if item.kind == "list" {
		if item.ordered { enum(..item.items.map(entry => [#entry])) } else { list(..item.items.map(entry => [#entry])) }
	} else if item.kind == "table" {
		any-table(item)
	} else if item.kind == "chart" {
		chart(item)
		any-table(item.table)
	}
}
`;
