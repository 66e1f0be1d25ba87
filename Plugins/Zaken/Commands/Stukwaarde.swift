import Console
import Governance
import Ledger
import LedgerCrypto

/// A document as the value of a field: a data URI (RFC 2397), so that it is sealed with the step it belongs to.
struct Stukwaarde {
  let document: Document

  init(_ document: Document) { self.document = document }

  /// Reads a value; nil when it is no document.
  init?(_ text: String) {
    guard text.hasPrefix("data:"), let comma = text.firstIndex(of: ","),
      let bytes = try? Base64.url.decode(String(text[text.index(after: comma)...]))
    else { return nil }
    let head = text[text.index(text.startIndex, offsetBy: 5)..<comma]
    document = Document(bytes: bytes, mediaType: head.split(separator: ";").first.map(String.init) ?? "")
  }

  /// As it is recorded.
  var text: String { "data:\(document.mediaType);base64url,\(Base64.url.encode(document.bytes))" }

  /// As it is shown: what kind, how large, and its digest.
  var omschrijving: String {
    "\(document.mediaType), \(document.bytes.count) bytes, SHA-256 \(document.digest.hex.prefix(12))…"
  }
}
