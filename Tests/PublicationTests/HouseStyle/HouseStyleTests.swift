import Foundation
import Governance
import Testing

@testable import Publication

/// An organisation's own style: what it may set, and what it may not do.
struct HouseStyleTests {
  private func style(_ css: String) throws -> HouseStyle { try HouseStyle(Array(css.utf8), named: "stijl.css") }

  private func refusal(_ css: String) -> Failure? {
    do {
      _ = try style(css)
      return nil
    } catch { return error as? Failure }
  }

  @Test func `the same settings give the same bytes, whatever their layout, and can be read again`() throws {
    let one = try style("/* van ons */ :root{--kleur-accent:#8b1a4b;--letter-kop:\"Noto Sans\", serif}")
    let other = try style(
      "\u{FEFF}:root {\r\n  --kleur-accent:   #8b1a4b ;\r\n  --letter-kop: \"Noto Sans\",\n serif; }\n")
    #expect(one.css == other.css && one.digest == other.digest && one == other)
    #expect(try HouseStyle(one.css, named: HouseStyle.path) == one)
    #expect(
      LayoutSupport.text(one.css) == ":root {\n  --kleur-accent: #8b1a4b;\n  --letter-kop: \"Noto Sans\", serif;\n}\n")
  }

  @Test func `each of the names of the site's own style can be set, to its own value`() throws {
    let own = try HouseStyle.standard()
    #expect(own.map(\.scheme) == [nil, .dark] && own.flatMap(\.declarations).count > 40)
    let css = own.map(\.css).joined()
    #expect(LayoutSupport.text(try style(css).css) == css)
  }

  @Test(arguments: [
    (":root {\n  --kleur-accent: url(https://elders.example/x);\n}", 2),
    ("@import \"https://elders.example/x.css\";", 1), ("\n\n.kop { display: none; }", 3), ("body { margin: 0 }", 1),
    (":root {\n  display: none;\n}", 2), (":root .voet { --kleur-accent: #000; }", 1),
    (":root, body { --kleur-accent: #000; }", 1), ("@media print { :root { --maat-baan: 10rem; } }", 1),
    ("@media (prefers-color-scheme: dark) {\n .voet { --maat-baan: 1rem; } }", 2),
    (":root { --kleur-accent: red; }", 1), (":root { --kleur-accent: #12345; }", 1),
    (":root { --kleur-accent: rgb(1 2 3); }", 1), (":root { --kleur-accent: var(--letter-kop); }", 1),
    (":root { --eigen-kleur: #000000; }", 1), (":root { --letter-tekst: a\\62; }", 1),
    (":root { --letter-tekst: \"a, b; }", 1), (":root { --maat-baan: calc(100% - 1px); }", 1),
    (":root { --ronding: 4; }", 1), (":root { --kleur-accent: #000000", 1), (":root { --kleur-accent #000; }", 1),
    ("/* nooit af", 1), (":root { --kleur-accent: #000 !important; }", 1), ("<style>", 1), (":root", 1),
  ])
  func `anything but settings is refused, with the line and what was expected`(css: String, line: Int) throws {
    let failure = try #require(refusal(css), "\(css)")
    #expect(failure.kind == .badInput)
    #expect(failure.message.nl.contains("stijl.css, regel \(line): «"), "\(failure.message.nl)")
    #expect(failure.message.nl.contains("verwacht werd") && failure.message.en.contains("expected was"))
  }

  @Test(arguments: ["", "/* niets */", ":root {}"])
  func `a style that sets nothing is refused`(css: String) throws {
    #expect(try #require(refusal(css)).message.nl == "stijl.css stelt niets in")
  }

  @Test func `a style that is too long is refused`() throws {
    let css = String(repeating: ":root { --ronding: 0; }\n", count: 1000)
    #expect(try #require(refusal(css)).message.nl.contains("24000 bytes"))
  }

  @Test func `text that cannot be read is refused, with the pair, the ratio and where`() throws {
    let light = try #require(refusal(":root { --kleur-accent: #7f9fa5; --kleur-op-accent: #ffffff; }"))
    #expect(light.message.nl.contains("--kleur-op-accent op --kleur-accent heeft in het licht een contrast van 2,8"))
    #expect(light.message.nl.contains("minstens 4,50"))
    let dark = try #require(refusal(":root { --kleur-koppeling: #0b5563; }"))
    #expect(dark.message.nl.contains("--kleur-koppeling op --kleur-papier heeft in het donker een contrast van"))
    let both =
      ":root { --kleur-koppeling: #0b5563; } @media (prefers-color-scheme: dark) { :root { --kleur-koppeling: #84cdd8; } }"
    #expect(refusal(both) == nil)
    let light2 = "@media (prefers-color-scheme:light) { :root { --kleur-koppeling: #0b5563 } }"
    #expect(refusal(light2) == nil)
  }

  @Test func `the least contrast is exactly four and a half`() throws {
    #expect(refusal("@media (prefers-color-scheme: light) { :root { --kleur-inkt-zacht: #666666; } }") == nil)
    let vlak = try #require(refusal("@media (prefers-color-scheme: light) { :root { --kleur-inkt-zacht: #767676; } }"))
    #expect(vlak.message.nl.contains("--kleur-inkt-zacht op --kleur-vlak"))
  }

  @Test func `a colour that refers to another is followed, one that refers to itself is refused`() throws {
    let failure = try #require(refusal(":root { --kleur-inkt: var(--kleur-papier); }"))
    #expect(failure.message.nl.contains("een contrast van 1,00"))
    let round = ":root { --kleur-inkt: var(--kleur-vlak); --kleur-vlak: var(--kleur-inkt); }"
    #expect(try #require(refusal(round)).message.nl.contains("verwijst naar zichzelf"))
  }

  @Test func `every page of a site with a style of its own uses it, and the manifest names it`() throws {
    let style = try style(":root { --kleur-accent: #8b1a4b; }")
    for chosen in [style, nil] {
      let frame = Frame(
        settings: LayoutSupport.settings(), day: try LayoutSupport.frame().day, size: 1,
        root: try LayoutSupport.frame().root, subjects: [], hasHouseStyle: chosen != nil)
      let html = LayoutSupport.text(try Layout().render(LayoutSupport.page(), frame: frame))
      #expect(html.contains("href=\"../stijl/huisstijl.css\"") == (chosen != nil))
      if chosen != nil {
        let (tokens, own) = (html.range(of: "tokens.css"), html.range(of: "huisstijl.css"))
        #expect(try #require(tokens).lowerBound < (try #require(own)).lowerBound)
      }
    }
  }
}
