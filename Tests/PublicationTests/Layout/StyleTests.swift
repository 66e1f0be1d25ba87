import Foundation
import Testing

@testable import Publication

/// The house style keeps its promise of contrast, and asks nothing of others.
struct StyleTests {
  private func asset(_ path: String) throws -> String {
    LayoutSupport.text(try #require(Layout.assets().first { $0.path == path }?.bytes))
  }

  /// The colours of one appearance, by name.
  private func colours(_ css: String) -> [String: [Double]] {
    css.split(separator: "\n").reduce(into: [:]) { colours, line in
      let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, parts[0].hasPrefix("--kleur-"), parts[1].hasPrefix("#") else { return }
      let hex = parts[1].dropFirst().prefix(6)
      colours[parts[0]] = stride(from: 0, to: 6, by: 2).compactMap { offset in
        let start = hex.index(hex.startIndex, offsetBy: offset)
        return Int(hex[start..<hex.index(start, offsetBy: 2)], radix: 16).map { Double($0) / 255 }
      }
    }
  }

  /// WCAG 2.2, "relative luminance" and "contrast ratio".
  private func contrast(_ one: [Double], _ other: [Double]) -> Double {
    func luminance(_ colour: [Double]) -> Double {
      let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
  }

  @Test(arguments: [
    ("inkt", "papier"), ("inkt", "vlak"), ("inkt-zacht", "papier"), ("inkt-zacht", "vlak"), ("koppeling", "papier"),
    ("koppeling", "vlak"), ("koppeling-aan", "papier"), ("koppeling-aan", "accent-licht"),
    ("koppeling", "accent-licht"),
    ("inkt", "accent-licht"), ("inkt-zacht", "accent-licht"), ("op-accent", "accent"), ("goed", "goed-vlak"),
    ("wacht", "wacht-vlak"), ("let-op", "papier"), ("rust", "rust-vlak"),
  ])
  func `text has enough contrast in light and in dark`(text: String, ground: String) throws {
    let parts = try asset("/stijl/tokens.css").components(separatedBy: "@media")
    try #require(parts.count == 2)
    let light = colours(parts[0])
    let dark = light.merging(colours(parts[1])) { $1 }
    for colours in [light, dark] {
      let one = try #require(colours["--kleur-\(text)"])
      let other = try #require(colours["--kleur-\(ground)"])
      #expect(contrast(one, other) >= 4.5)
    }
  }

  @Test(arguments: [("rand", "papier"), ("aandacht", "aandacht-rand"), ("aandacht", "accent")])
  func `edges and focus can be told from what is around them`(edge: String, ground: String) throws {
    let parts = try asset("/stijl/tokens.css").components(separatedBy: "@media")
    let light = colours(parts[0])
    for colours in [light, light.merging(colours(parts[1])) { $1 }] {
      #expect(contrast(try #require(colours["--kleur-\(edge)"]), try #require(colours["--kleur-\(ground)"])) >= 3)
    }
  }

  @Test func `every colour is named in the house style and used from there`() throws {
    let tokens = try asset("/stijl/tokens.css")
    let style = try asset("/stijl/stijl.css")
    for part in style.components(separatedBy: "var(").dropFirst() {
      let name = String(part.prefix { $0 != ")" })
      #expect(tokens.contains("\(name):"), "\(name)")
    }
  }

  @Test func `style sheets fetch nothing`() throws {
    for (path, bytes) in Layout.assets() where path.hasSuffix(".css") {
      let css = LayoutSupport.text(bytes)
      #expect(!css.contains("url(") && !css.contains("@import") && !css.contains("http"), "\(path)")
    }
  }

  @Test func `everything but the page itself is light`() {
    #expect(Layout.assets().reduce(0) { $0 + $1.bytes.count } < 30_000)
  }
}
