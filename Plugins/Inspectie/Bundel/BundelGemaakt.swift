import Governance
import Ledger
import LedgerCrypto

/// A bundle of evidence was made and can be handed over; it can be recognised by its digest.
public enum BundelGemaakt: EventDefinition {
  static let ontvanger = Field<Ontvanger>("ontvanger", .clear, "Voor wie de bundel is.")
  static let eisen = Field<[String]>(
    "eisen", .clear, "Over welke eisen de bundel gaat; leeg als hij losse gebeurtenissen bevat.",
    shape: .list(.text(most: 60), most: 100), isRequired: false)
  static let dag = Field<CalendarDate>("dag", .clear, "De dag waarover de bundel gaat.")
  static let omvang = Field<Int64>(
    "omvang", .clear, "Hoeveel gebeurtenissen het controlepunt telt dat in de bundel zit.",
    shape: .number(1...Int64.max))
  static let wortel = Field<Digest>("wortel", .clear, "De hash over die gebeurtenissen (RFC 6962).")
  static let tagmanifest = Field<Digest512>(
    "tagmanifest", .clear, "De SHA-512 van tagmanifest-sha512.txt, waaraan de hele bundel te herkennen is.")
  static let gebeurtenissen = Field<Int64>("gebeurtenissen", .clear, "Hoeveel gebeurtenissen in de bundel zitten.")
  static let weggelaten = Field<Int64>("weggelaten", .clear, "Van hoeveel velden de inhoud is weggelaten.")

  /// The event type. It cannot be in the bundle that it tells of.
  public static let type = EventType(
    "BundelGemaakt", stream: "Bundel", opens: true, meaning: "Er is een bewijsbundel gemaakt.",
    source: "000:297-303; Arbeidsomstandighedenwet art. 27; Awb art. 5:20",
    signers: [.algemeenDirecteur, .griffier, .college, .secretariaat], needsExactDate: true
  ) {
    ontvanger
    eisen
    dag
    omvang
    wortel
    tagmanifest
    gebeurtenissen
    weggelaten
  }
}

extension Digest512: FieldValue {
  /// Sixty-four bytes.
  public static var defaultShape: FieldShape { .bytes(length) }
  /// Reads base64url.
  public init?(json: JSON) {
    guard let text = json.string, let bytes = try? Base64.url.decode(text), let digest = try? Digest512(bytes) else {
      return nil
    }
    self = digest
  }
  /// Base64url.
  public var json: JSON { .string(Base64.url.encode(bytes)) }
}

/// What is refused about bundles.
enum BundelRules {
  static let all = [dayHasCome]

  private static let dayHasCome = Rule(
    id: "BUN-DAG", source: "000:297-303",
    demand: Text(
      nl: "een bundel gaat over een dag die er al is: hij bewijst, hij voorspelt niet",
      en: "a bundle is about a day that has come: it proves, it does not forecast"),
    on: [BundelGemaakt.self]
  ) { context in
    guard let day = context.event[BundelGemaakt.dag], day > context.event.signedOn else { return nil }
    return Refusal(
      Text(nl: "\(day.text.nl) moet nog komen", en: "\(day.text.en) is still to come"),
      remedy: Text(nl: "kies een eerdere dag, of laat --op weg", en: "choose an earlier day, or leave --op out"))
  }
}
