import Foundation
import TestBench
import Testing

/// A word in every shape in which it could leak.
func shapes(_ word: String) -> [String: [UInt8]] {
  let bytes = Array(word.utf8)
  let html = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")].reduce(word) {
    $0.replacingOccurrences(of: $1.0, with: $1.1)
  }
  let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
  let url = word.addingPercentEncoding(withAllowedCharacters: plain.union(CharacterSet(charactersIn: "-._~")))
  var shapes: [String: [UInt8]] = [
    "plain": bytes, "HTML-escaped": Array(html.utf8), "URL-encoded": Array((url ?? word).utf8),
    "a form field": Array((url ?? word).replacingOccurrences(of: "%20", with: "+").utf8),
    "an address": Array(word.lowercased().replacingOccurrences(of: " ", with: "-").utf8),
    "hex": Array(bytes.map { String(format: "%02x", $0) }.joined().utf8),
    "upper case hex": Array(bytes.map { String(format: "%02X", $0) }.joined().utf8),
    "JSON-escaped": Array(word.utf16.map { String(format: "\\u%04x", $0) }.joined().utf8),
    "ASCII JSON": Array(
      word.utf16.map { $0 < 128 ? String(UnicodeScalar(UInt8($0))) : String(format: "\\u%04x", $0) }.joined().utf8),
    "UTF-16": word.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    "percent-encoded": Array(bytes.map { String(format: "%%%02X", $0) }.joined().utf8),
  ]
  // Inside a longer text the word begins at one of three places of base64; what it settles alone is the same whatever
  // surrounds it.
  for (shift, open) in [(0, 0), (1, 2), (2, 3)] {
    let encoded = Data([UInt8](repeating: 0x20, count: shift) + bytes).base64EncodedString()
    let settled = encoded.prefix((shift + bytes.count) * 8 / 6).dropFirst(open)
    guard settled.count >= 6 else { continue }
    shapes["base64 \(shift)"] = Array(settled.utf8)
    let url = settled.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
    shapes["base64url \(shift)"] = Array(String(url).utf8)
  }
  return shapes
}

/// Words in every shape, looked for in many places at once.
struct Needles {
  private struct Needle {
    let name: String
    let bytes: [UInt8]
  }

  /// By their first two bytes, so that one pass over the bytes finds them all.
  private let needles: [Int: [Needle]]
  private let isStart: [Bool]

  init(_ words: some Sequence<String>) {
    var needles: [Int: [Needle]] = [:]
    for word in Set(words).sorted() {
      for (shape, bytes) in shapes(word) where bytes.count > 1 {
        needles[Int(bytes[0]) << 8 | Int(bytes[1]), default: []].append(Needle(name: "\(word), \(shape)", bytes: bytes))
      }
    }
    self.needles = needles
    isStart = (0..<65_536).map { needles[$0] != nil }
  }

  /// Which of the words stand in the bytes, and in which shape.
  func found(in bytes: some Collection<UInt8>) -> Set<String> {
    var found: Set<String> = []
    let all = [UInt8](bytes)
    all.withUnsafeBufferPointer { hay in
      isStart.withUnsafeBufferPointer { isStart in
        var pair = 0
        var place = 0
        while place < hay.count {
          pair = (pair << 8 | Int(hay[place])) & 0xFFFF
          if place > 0, isStart[pair] {
            let rest = hay[(place - 1)...]
            for needle in needles[pair] ?? [] where rest.starts(with: needle.bytes) { found.insert(needle.name) }
          }
          place += 1
        }
      }
    }
    return found
  }

  /// Expects that none of the words stands anywhere in the bytes.
  func expectNone(in bytes: some Collection<UInt8>, _ place: String, sourceLocation: SourceLocation = #_sourceLocation)
  {
    for word in found(in: bytes).sorted() { Issue.record("\(word) stands in \(place)", sourceLocation: sourceLocation) }
  }

  /// Expects that none of the words stands in what a program said.
  func expectNone(in outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
    expectNone(in: outcome.outputBytes + outcome.errorBytes, outcome.command, sourceLocation: sourceLocation)
  }

  /// Expects that none of the words stands in a file below a folder, or in its name.
  func expectNone(
    inFolder folder: String, except: (String) -> Bool = { _ in false },
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    // One by one: what a test beside this one takes away meanwhile must not end the walk.
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects ?? []).compactMap { $0 as? String }
    #expect(!names.isEmpty, sourceLocation: sourceLocation)
    for name in names where !except(name) {
      expectNone(in: Array(name.utf8), "the name \(name)", sourceLocation: sourceLocation)
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      expectNone(in: data, name, sourceLocation: sourceLocation)
    }
  }
}

/// Expects that none of the words stands anywhere in the bytes, in any shape.
func expectNone(
  _ words: [String], in bytes: [UInt8], _ place: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  Needles(words).expectNone(in: bytes, place, sourceLocation: sourceLocation)
}
