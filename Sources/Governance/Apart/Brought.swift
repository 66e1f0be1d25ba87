import Ledger
import LedgerCrypto

/// What an event that is signed elsewhere brings into the vault: its sealed values in the clear, the rows that it signs over,
/// and the files of its documents as they are stored.
public struct Brought: Sendable {
  /// Its sealed values, each with its salt.
  public let disclosures: [Disclosure]
  /// The rows.
  public let rows: VaultRows
  /// The stored files, by the digest of their bytes.
  public let files: [Digest: [UInt8]]

  /// Compares it with what is signed, with nothing taken on trust: every value with its digest, every row with the root,
  /// every file with its name.
  /// - Throws: `Failure` for the first thing that does not fit.
  func check(_ claims: Envelope, _ type: EventType) throws {
    let sealed = type.fields.filter { $0.visibility.isSealed }
    func wrong(_ field: String, _ nl: String, _ en: String) -> Failure {
      Failure(
        .foundWanting,
        Text(nl: "\(type.name), \(field): \(nl)", en: "\(type.name), \(field): \(en)"),
        remedy: Text(nl: "vraag het concept opnieuw aan", en: "ask for the draft again"))
    }
    guard disclosures.map(\.digest).sorted() == claims.sealedDigests,
      Set(disclosures.map(\.name)).count == disclosures.count
    else {
      throw wrong("_sd", "de waarden horen niet bij wat wordt ondertekend", "the values are not those signed for")
    }
    for disclosure in disclosures {
      guard let field = sealed.first(where: { $0.name == disclosure.name }) else {
        throw wrong(disclosure.name, "is geen verzegeld veld", "is not a sealed field")
      }
      guard let record = rows.records.first(where: { $0.field == field.name }), record.digest == disclosure.digest,
        record.event == claims.id.description, (record.sealing == .plain) == (field.visibility == .openbaar),
        record.sealing != .plain || record.body == Array(disclosure.encoded.utf8),
        type.concealment != .outcome || record.isOfFixedLength
      else { throw wrong(field.name, "is anders verzegeld dan het hoort", "is sealed otherwise than it should be") }
      if let reference = DocumentReference(json: disclosure.value) {
        try check(reference, field, claims) { wrong(field.name, $0, $1) }
      }
    }
    guard type.concealment == nil || disclosures.count == sealed.count else {
      throw wrong("_sd", "niet elk verzegeld veld is gevuld", "not every sealed field is filled")
    }
    let documents = disclosures.filter { DocumentReference(json: $0.value) != nil }
    guard rows.records.count == disclosures.count, rows.documents.count == documents.count,
      Set(rows.documents.map(\.file)) == Set(files.keys)
    else {
      throw wrong("vlt", "er is meer of minder bij dan wordt ondertekend", "more or less is there than signed for")
    }
    guard rows.commitment?.root == claims.vaultRoot else {
      throw wrong("vlt", "de rijen zijn niet die waarover wordt ondertekend", "the rows are not those signed over")
    }
  }

  private func check(
    _ reference: DocumentReference, _ field: FieldDeclaration, _ claims: Envelope,
    _ wrong: (String, String) -> Failure
  ) throws {
    guard let row = rows.documents.first(where: { $0.field == field.name }), row.file == reference.file,
      row.event == claims.id.description, (row.sealing == .plain) == (field.visibility == .openbaar),
      let bytes = files[row.file], SHA256.hash(bytes) == row.file
    else { throw wrong("het document is een ander dan wordt ondertekend", "the document is not the one signed for") }
  }
}

extension Brought {
  var json: JSON {
    .object([.init("onthullingen", .array(disclosures.map { .string($0.encoded) }))] + rows.members(files))
  }

  init(_ members: Members, event: EventID) throws {
    disclosures = try members.disclosures("onthullingen")
    var files: [Digest: [UInt8]] = [:]
    rows = try VaultRows(members, event: event, files: &files)
    self.files = files
  }
}
