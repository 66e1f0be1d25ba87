import Foundation
import Governance
import Testing

@testable import Publication

/// What an organisation may give as its own mark, and what is refused.
struct LogoTests {
  private static let shapes = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- van ons -->
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>Schild &amp; ster</title>
    <defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
    <g fill="url(#a)"><path d="M0 0h10v10z"/><use href="#a"/></g></svg>
    """

  /// The smallest PNG with one pixel.
  private static let png: [UInt8] = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==") ?? Data())

  private func style(_ css: String, _ files: [String: [UInt8]] = [:]) throws -> HouseStyle {
    try HouseStyle(Array(css.utf8), named: "eigen.css", file: { files[$0] })
  }

  private func refusal(_ bytes: [UInt8]) -> String? {
    do { _ = try Logo(bytes, named: "logo") } catch { return (error as? Failure)?.message.nl }
    return nil
  }

  @Test func `one style file says the colours, the name and the mark, and reads back as it was written`() throws {
    let css = ":root { --logo: url(\"wapen.svg\"); --naam: \"Gemeente Voorbeeldstad\"; --kleur-accent: #8b1a4b; }"
    let style = try style(css, ["wapen.svg": Array(Self.shapes.utf8)])
    let logo = try #require(style.logo)
    #expect(style.name == "Gemeente Voorbeeldstad")
    #expect(logo.mediaType == "image/svg+xml" && logo.path.wholeMatch(of: /stijl\/logo-[0-9a-f]{16}\.svg/) != nil)
    #expect(LayoutSupport.text(style.css).contains("--logo: url(\"\(logo.path.dropFirst("stijl/".count))\");"))
    let again = try HouseStyle(
      style.css, named: HouseStyle.path, file: { "stijl/" + $0 == logo.path ? logo.bytes : nil })
    #expect(again.css == style.css && again.logo == logo)
  }

  @Test func `another picture under the same name is another style`() throws {
    let css = ":root { --logo: url(\"wapen.svg\"); }"
    let one = try style(css, ["wapen.svg": Array(Self.shapes.utf8)])
    let other = try style(css, ["wapen.svg": Array(Self.shapes.replacing("#fff", with: "#eee").utf8)])
    #expect(one.digest != other.digest)
  }

  @Test func `a picture of pixels is a mark as well`() throws {
    #expect(Self.png.count > 60)
    #expect(try Logo(Self.png, named: "logo").path.hasSuffix(".png"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<foreignObject><p>x</p></foreignObject>", "<g onload=\"alert(1)\"/>",
    "<a href=\"#a\"><path d=\"M0 0\"/></a>", "<use href=\"https://elders.example/x.svg#a\"/>",
    "<use xlink:href=\"data:image/svg+xml,x\"/>", "<image href=\"#a\"/>", "<style>*{fill:red}</style>",
    "<path style=\"fill:url(https://elders.example)\"/>", "<path fill=\"url(https://elders.example/x)\"/>",
    "<path fill='url( #a)' d=\"M0 0\"/>", "<animate attributeName=\"href\"/>", "<set/>", "&lol;", "<![CDATA[x]]>",
    "<?php x?>", "<!DOCTYPE svg [<!ENTITY a \"b\">]>", "<path d=M0/>", "<path/ onload=x>",
    "<path d=\"a\"onload=\"x\"/>",
    "<svg:script/>", "</svg><script/>", "<g>", "</g>", "<path d=\"a", "<path xmlns=\"http://elders.example\"/>",
  ])
  func `an SVG that could do more than draw is refused by what it holds`(inner: String) {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">\(inner)</svg>"
    #expect(refusal(Array(svg.utf8))?.contains("kan geen logo zijn") == true)
  }

  @Test(arguments: ["", "geen plaatje", "<html></html>", "%PDF-1.7", "GIF89a", "svg", "tekst <svg/>", "<svg/> tekst"])
  func `what is no picture is refused`(text: String) {
    #expect(refusal(Array(text.utf8))?.contains("kan geen logo zijn") == true)
  }

  @Test func `a broken, an immense and a heavy picture are refused`() {
    #expect(refusal(Array(Self.png.dropLast(8)))?.contains("een hele PNG") == true)
    #expect(refusal(Array(Self.png.prefix(12)))?.contains("een hele PNG") == true)
    var immense = Self.png
    immense[18] = 0x7F
    #expect(refusal(immense)?.contains("beeldpunten") == true)
    #expect(refusal(Array(repeating: 0x20, count: 10_000_000))?.contains("hoogstens zoveel") == true)
  }

  @Test(arguments: [
    "url(../geheim.svg)", "url(\"../geheim.svg\")", "url(\"map/logo.svg\")", "url(\"https://elders.example/l.svg\")",
    "url(\".verborgen\")", "\"logo.svg\"", "url(\"\")",
  ])
  func `a mark is a file beside the style and nothing else`(value: String) {
    let failure = #expect(throws: Failure.self) { try style(":root { --logo: \(value); }") }
    #expect(failure?.message.nl.contains("regel 1") == true)
  }

  @Test func `a mark that is not there is named`() {
    let failure = #expect(throws: Failure.self) { try style(":root {\n --logo: url(\"weg.svg\"); }") }
    #expect(failure?.message.nl.contains("regel 2: het logo weg.svg staat niet naast de huisstijl") == true)
  }

  @Test func `the mark of the site itself has the colour of the header`() throws {
    let css =
      ":root { --kleur-accent: #8b1a4b; } @media (prefers-color-scheme: dark) { :root { --kleur-accent: #5a1030; } }"
    let mark = try #require(Layout.assets(try style(css)).first { $0.path == "/stijl/merk.svg" }?.bytes)
    let text = LayoutSupport.text(mark)
    #expect(text.contains("#8b1a4b") && text.contains("#5a1030") && !text.contains("#0f4c55"))
  }
}
