import Governance
import Ledger
import LedgerCrypto

extension JSON {
  /// A field's value as a person reads it: of a document what it is, of a list what is in it.
  var words: String {
    if let document = DocumentReference(json: self) {
      return "\(document.mediaType), \(document.size) bytes, sha256 \(document.content.hex)"
    }
    if let elements = array { return elements.map(\.words).joined(separator: ", ") }
    return string ?? text
  }
}
