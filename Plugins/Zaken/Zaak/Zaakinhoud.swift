import Governance
import Ledger
import LedgerCrypto

/// Someone with a key who belongs to a case, and in which function of the procedure.
struct Lid: Sendable, Hashable {
  let sleutel: Thumbprint
  /// The id of a `Deelnemer` of soort `functie`.
  let functie: String

  var json: JSON { ["sleutel": sleutel.json, "functie": .string(functie)] }

  init(sleutel: Thumbprint, functie: String) {
    self.sleutel = sleutel
    self.functie = functie
  }

  init?(_ json: JSON) {
    guard let sleutel = json["sleutel"].flatMap({ Thumbprint(json: $0) }), let functie = json["functie"]?.string else {
      return nil
    }
    self.init(sleutel: sleutel, functie: functie)
  }
}

/// What opens a case.
struct Opening: Sendable, Hashable {
  let procedure: String
  /// The SHA-256 of the procedure file: the version under which the case runs for good.
  let digest: Digest
  /// Whom it is about, as the routes of the procedure name them; nil when that makes no difference.
  let over: String?
  /// The keys of those whom it concerns: they sign nothing and are admitted to nothing.
  let betrokken: [Thumbprint]
  let leden: [Lid]
  /// The seed of the key that signs in the log, for the circle.
  let sleutel: SecretBytes
}

/// The change of a running case to another version of its procedure.
struct Overstap: Sendable, Hashable {
  /// The SHA-256 of the procedure file that governs from here on.
  let digest: Digest
  /// Why.
  let grond: String
  /// The article that lets it: rules hold for what was filed under them unless one does.
  let grondslag: String
}

/// What is recorded in a case.
enum Zaakgebeurtenis: Sendable, Hashable {
  /// The case is opened, with the step that starts it.
  case geopend(Opening, stap: String)
  /// A step of the procedure was taken.
  case gezet(stap: String)
  /// From here on it runs under another version of its procedure.
  case overgestapt(Overstap)
  /// Someone is admitted.
  case toegangVerleend(Lid)
  /// Someone no longer belongs to it: what follows is not sealed for that key.
  case toegangIngetrokken(Thumbprint)
  /// An earlier entry was a mistake, named by its number in the case.
  case gecorrigeerd(nummer: Int64, reden: String)
  /// What was left out of an earlier entry, named by its number in the case, was added.
  case aangevuld(nummer: Int64)
  /// Who may know looked at who the melder is.
  case identiteitGeopend(grond: String)
  /// A member took a paper out of the case, into a file.
  case uitgenomen(nummer: Int64, veld: String)
  /// A party got the own file: of its people, the one whom an entry is about, named by its number in the case; nil for what
  /// is for all of them.
  case verstrekt(aan: String, persoon: Int64?)
  /// A participant was told of an entry, or not, on a ground that allows it.
  case medegedeeld(nummer: Int64, aan: String, onthouden: String?)
  /// The line of the register is on its own, beside the dossier.
  case ingeschreven(Registerregel)
  /// It is done, and retention counts.
  case gesloten
  /// It goes on again.
  case heropend(grond: String)

  /// Nothing of it may be destroyed, whatever its time.
  case gehouden(grond: String)
  /// That is over.
  case losgelaten

  /// Its name, a word of the glossary.
  var naam: String {
    switch self {
    case .geopend: "ZaakGeopend"
    case .gezet: "StapGezet"
    case .overgestapt: "OverstapVastgelegd"
    case .toegangVerleend: "ToegangVerleend"
    case .toegangIngetrokken: "ToegangIngetrokken"
    case .gecorrigeerd: "StapGecorrigeerd"
    case .aangevuld: "StapAangevuld"
    case .identiteitGeopend: "IdentiteitGeopend"
    case .uitgenomen: "StukUitgenomen"
    case .verstrekt: "StukkenVerstrekt"
    case .medegedeeld: "MededelingGedaan"
    case .ingeschreven: "RegisterregelVastgelegd"
    case .gesloten: "ZaakGesloten"
    case .heropend: "ZaakHeropend"
    case .gehouden: "VernietigingTegengehouden"
    case .losgelaten: "VernietigingVrijgegeven"
    }
  }

  /// Why it was done, where that must be said.
  var redenen: [String] {
    switch self {
    case .overgestapt(let overstap): [overstap.grond, overstap.grondslag]
    case .gecorrigeerd(_, let reden): [reden]
    case .identiteitGeopend(let grond), .heropend(let grond), .gehouden(let grond): [grond]
    case .geopend, .gezet, .aangevuld, .toegangVerleend, .toegangIngetrokken, .uitgenomen, .verstrekt, .medegedeeld,
      .ingeschreven, .gesloten, .losgelaten:
      []
    }
  }

  /// The step that it is, if it is one.
  var stap: String? {
    switch self {
    case .geopend(_, let stap), .gezet(let stap): stap
    default: nil
    }
  }
}

/// The values of a step, by field; a field can have several.
typealias Veldwaarden = [String: [String]]

/// What stands in a compartment of an entry.
struct Vakinhoud: Sendable {
  enum Kring: Sendable, Hashable {
    /// Everyone who belongs to the case.
    case zaak
    /// Those of them who have one of these functions.
    case functies([String])
    /// One who was admitted later, to whom earlier secrets are handed on.
    case overdracht(Thumbprint)
    /// The line of the register, beside the entry that closes the case: for everyone who belongs to it.
    case regel
    /// One whose admission is taken back, who cannot open the entry that says so.
    case ontslag(Thumbprint)
  }

  let kring: Kring
  /// Only in the compartment of the case, and in that of the register.
  var gebeurtenis: Zaakgebeurtenis?
  /// When it was so.
  var op: ImpreciseDate?
  /// Which functions the other compartments are for, so that nobody tries those of others.
  var vakken: [[String]] = []
  var velden: Veldwaarden = [:]
  var geheimen: [SecretBytes] = []
}

/// A compartment as it is sealed: what it says, as text, and the signature of who acted over that very text.
struct Ondertekend: Sendable {
  let tekst: String
  let door: Thumbprint
  let handtekening: Signature

  /// Signs a content for one place in one case, so that it can be put nowhere else.
  /// - Throws: What the signer throws.
  init(_ inhoud: Vakinhoud, door key: UnlockedKey, _ plaats: Vakplaats) throws {
    tekst = inhoud.json.text
    door = key.id
    handtekening = try key.signing.sign(plaats.bericht(tekst))
  }

  /// As it is sealed.
  var verzegelbaar: String {
    let json: JSON = [
      "inhoud": .string(tekst), "door": door.json,
      "handtekening": .string(Base64.url.encode(handtekening.bytes)),
    ]
    return json.text
  }

  /// Reads a compartment; nil for anything else.
  init?(_ verzegeld: String) {
    guard let json = try? JSON(parsing: verzegeld), let tekst = json["inhoud"]?.string,
      let door = json["door"].flatMap({ Thumbprint(json: $0) }),
      let bytes = json["handtekening"]?.string.flatMap({ try? Base64.url.decode($0) }),
      let handtekening = try? Signature(bytes)
    else { return nil }
    self.tekst = tekst
    self.door = door
    self.handtekening = handtekening
  }

  /// Whether this key signed it, for this place.
  func isOndertekend(met key: VerifyingKey, _ plaats: Vakplaats, _ bekend: Zaakhandtekeningen) -> Bool {
    bekend.klopt(handtekening, plaats.bericht(tekst), key)
  }
}

/// The one place for which a compartment is signed.
struct Vakplaats: Sendable {
  let origin: String
  let stream: StreamID
  /// The number of the entry in its case.
  let nummer: Int64
  /// Which compartment, from 1.
  let vak: Int

  func bericht(_ tekst: String) -> [UInt8] {
    Array("waarborg/v1 zaak\n\(origin)\n\(stream)\n\(nummer)\n\(vak)\n\(tekst)".utf8)
  }
}
