import Governance
import Testing

@testable import Publication

struct TemplateTests {
  private func render(_ template: String, _ values: TemplateValue) throws -> String {
    try Templates([("t", Array(template.utf8))] + Layout.shared).render("t", values)
  }

  @Test(arguments: [
    "\"", "'", "<", ">", "&", "\"\u{301}", "<\u{301}script>", "'\u{200D}", "&\u{20E3}lt;", "\u{600}\"",
    "\u{600}<\u{301}",
    "a\u{301}\"\u{301}\u{302} onclick=x", "\u{E0001}\"\u{E0020}",
  ])
  func `no text closes an attribute or opens a tag, whatever is joined to its characters`(text: String) throws {
    let html = try render("{{x}}", ["x": .text(text)])
    for scalar in html.unicodeScalars { #expect(scalar != "\"" && scalar != "<" && scalar != ">" && scalar != "'") }
    let ampersands = html.unicodeScalars.filter { $0 == "&" }.count
    #expect(ampersands == text.unicodeScalars.filter { "\"'<>&".unicodeScalars.contains($0) }.count)
  }

  @Test(arguments: ["Zoë de Vries", "e\u{301}\u{302}", "جمعية", "👩‍👩‍👧", "regel\nregel\r\ntab\t", "l’été"])
  func `other text is shown as it is`(text: String) throws {
    #expect(Array(try render("{{x}}", ["x": .text(text)]).utf8) == Array(text.utf8))
  }

  @Test func `control characters are not passed on`() throws {
    #expect(try render("{{x}}", ["x": "a\u{0}b\u{1B}[31mc\u{85}"]) == "a\u{FFFD}b\u{FFFD}[31mc\u{FFFD}")
  }

  @Test func `what is absent is not looked up in what surrounds it`() throws {
    let value: TemplateValue = ["x": "buiten", "binnen": ["x": .optional(nil as String?)]]
    #expect(try render("{{#binnen}}{{#x}}{{.}}{{/x}}{{/binnen}}", value) == "")
  }

  @Test(arguments: [
    ("2026-04-03", "<time datetime=\"2026-04-03\">3 april 2026</time>"),
    ("2026-04", "<time datetime=\"2026-04\">april 2026</time>"),
    ("2026", "<time datetime=\"2026\">2026</time>"), ("2026~", "omstreeks 2026"), ("2026-21", "voorjaar 2026"),
    ("XXXX", "datum niet bekend"), ("0000-01-01", "1 januari 0000"), ("ergens in mei", "ergens in mei"),
  ])
  func `a date is read by people, and by machines when HTML has a form for it`(date: String, html: String) throws {
    #expect(try render("{{#d}}{{>datum}}{{/d}}", ["d": HTMLDate.value(written: date)]) == html)
  }

  @Test func `a template that is not there or cannot be read is named`() throws {
    #expect(throws: Failure.self) { try Templates([]).render("geen", [:]) }
    #expect(throws: Failure.self) { try Templates([("stuk", Array("{{#a}}".utf8))]) }
  }
}
