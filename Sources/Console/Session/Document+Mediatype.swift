import Foundation
import Governance

extension Document {
  /// The kinds of file that are known, each with the endings of its name, the usual one first.
  private static let kinds: [(mediaType: String, endings: [String])] = [
    ("text/plain", ["txt"]), ("text/markdown", ["md"]), ("text/html", ["html", "htm"]), ("application/pdf", ["pdf"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"]),
    ("application/vnd.oasis.opendocument.text", ["odt"]),
  ]

  /// What kind of file has this name, as far as its ending tells.
  static func mediaType(ofFile path: String) -> String {
    let ending = (path as NSString).pathExtension.lowercased()
    return kinds.first { $0.endings.contains(ending) }?.mediaType ?? "application/octet-stream"
  }

  /// A usual ending for its kind; `bin` for one that is not known.
  public var fileEnding: String {
    Self.kinds.first { $0.mediaType == mediaType }?.endings.first ?? "bin"
  }
}
