import Governance
import Ledger
import LedgerCrypto

extension Vakinhoud {
  /// Written in one order, so that the same content is the same text.
  var json: JSON {
    var members: [JSON.Member] = [JSON.Member("kring", kring.json)]
    if let gebeurtenis {
      members.append(JSON.Member("soort", .string(gebeurtenis.naam)))
      members.append(JSON.Member("gegevens", gebeurtenis.gegevens))
    }
    if let op { members.append(JSON.Member("op", op.json)) }
    if !vakken.isEmpty {
      members.append(JSON.Member("vakken", .array(vakken.map { .array($0.map { .string($0) }) })))
    }
    if !velden.isEmpty {
      let fields = velden.sorted { $0.key < $1.key }.map { name, values in
        JSON.Member(name, .array(values.map { .string($0) }))
      }
      members.append(JSON.Member("velden", .object(fields)))
    }
    if !geheimen.isEmpty {
      members.append(JSON.Member("geheimen", .array(geheimen.map { .string($0.base64) })))
    }
    return .object(members)
  }

  init?(_ text: String) {
    guard let json = try? JSON(parsing: text), let kring = json["kring"].flatMap({ Kring($0) }) else { return nil }
    self.kring = kring
    if let soort = json["soort"]?.string {
      guard let gebeurtenis = Zaakgebeurtenis(soort, json["gegevens"] ?? .null) else { return nil }
      self.gebeurtenis = gebeurtenis
    }
    op = json["op"].flatMap { ImpreciseDate(json: $0) }
    vakken = (json["vakken"]?.array ?? []).map { ($0.array ?? []).compactMap(\.string) }
    for field in json["velden"]?.members ?? [] { velden[field.name] = (field.value.array ?? []).compactMap(\.string) }
    geheimen = (json["geheimen"]?.array ?? []).compactMap { $0.string.flatMap { SecretBytes(base64: $0) } }
  }
}

extension Vakinhoud.Kring {
  var json: JSON {
    switch self {
    case .zaak: "zaak"
    case .regel: "regel"
    case .functies(let functies): .array(functies.map { .string($0) })
    case .overdracht(let key): ["aan": key.json]
    case .ontslag(let key): ["uit": key.json]
    }
  }

  init?(_ json: JSON) {
    if json.string == "zaak" {
      self = .zaak
    } else if json.string == "regel" {
      self = .regel
    } else if let functies = json.array {
      self = .functies(functies.compactMap(\.string))
    } else if let key = json["aan"].flatMap({ Thumbprint(json: $0) }) {
      self = .overdracht(key)
    } else if let key = json["uit"].flatMap({ Thumbprint(json: $0) }) {
      self = .ontslag(key)
    } else {
      return nil
    }
  }
}

extension Zaakgebeurtenis {
  var gegevens: JSON {
    switch self {
    case .geopend(let opening, let stap): return .object((opening.json.members ?? []) + [.init("stap", .string(stap))])
    case .gezet(let stap): return ["stap": .string(stap)]
    case .overgestapt(let overstap):
      return [
        "digest": .string(overstap.digest.hex), "grond": .string(overstap.grond),
        "grondslag": .string(overstap.grondslag),
      ]
    case .toegangVerleend(let lid): return lid.json
    case .toegangIngetrokken(let key): return ["sleutel": key.json]
    case .gecorrigeerd(let nummer, let reden): return ["nummer": .int(nummer), "reden": .string(reden)]
    case .aangevuld(let nummer): return ["nummer": .int(nummer)]
    case .uitgenomen(let nummer, let veld): return ["nummer": .int(nummer), "veld": .string(veld)]
    case .verstrekt(let aan, let persoon):
      return ["aan": .string(aan), "persoon": persoon.map { .int($0) } ?? .null]
    case .medegedeeld(let nummer, let aan, let onthouden):
      return ["nummer": .int(nummer), "aan": .string(aan), "onthouden": onthouden.map { .string($0) } ?? .null]
    case .ingeschreven(let regel): return regel.json
    case .gesloten, .losgelaten: return [:]
    case .heropend(let grond), .gehouden(let grond), .identiteitGeopend(let grond): return ["grond": .string(grond)]
    }
  }

  init?(_ naam: String, _ json: JSON) {
    func text(_ name: String) -> String? { json[name]?.string }
    func key(_ json: JSON?) -> Thumbprint? { json.flatMap { Thumbprint(json: $0) } }
    switch naam {
    case "ZaakGeopend":
      guard let opening = Opening(json), let stap = text("stap") else { return nil }
      self = .geopend(opening, stap: stap)
    case "StapGezet":
      guard let stap = text("stap") else { return nil }
      self = .gezet(stap: stap)
    case "OverstapVastgelegd":
      guard let digest = text("digest").flatMap({ try? Digest(hex: $0) }), let grond = text("grond"),
        let grondslag = text("grondslag")
      else { return nil }
      self = .overgestapt(Overstap(digest: digest, grond: grond, grondslag: grondslag))
    case "ToegangVerleend":
      guard let lid = Lid(json) else { return nil }
      self = .toegangVerleend(lid)
    case "ToegangIngetrokken":
      guard let key = key(json["sleutel"]) else { return nil }
      self = .toegangIngetrokken(key)
    case "StapGecorrigeerd":
      guard let nummer = json["nummer"]?.int, let reden = text("reden") else { return nil }
      self = .gecorrigeerd(nummer: nummer, reden: reden)
    case "StapAangevuld":
      guard let nummer = json["nummer"]?.int else { return nil }
      self = .aangevuld(nummer: nummer)
    case "IdentiteitGeopend":
      guard let grond = text("grond") else { return nil }
      self = .identiteitGeopend(grond: grond)
    case "StukUitgenomen":
      guard let nummer = json["nummer"]?.int, let veld = text("veld") else { return nil }
      self = .uitgenomen(nummer: nummer, veld: veld)
    case "StukkenVerstrekt":
      guard let aan = text("aan") else { return nil }
      self = .verstrekt(aan: aan, persoon: json["persoon"]?.int)
    case "MededelingGedaan":
      guard let nummer = json["nummer"]?.int, let aan = text("aan") else { return nil }
      self = .medegedeeld(nummer: nummer, aan: aan, onthouden: text("onthouden"))
    case "RegisterregelVastgelegd":
      guard let regel = Registerregel(json) else { return nil }
      self = .ingeschreven(regel)
    case "ZaakGesloten": self = .gesloten
    case "VernietigingVrijgegeven": self = .losgelaten
    case "VernietigingTegengehouden":
      guard let grond = text("grond") else { return nil }
      self = .gehouden(grond: grond)
    case "ZaakHeropend":
      guard let grond = text("grond") else { return nil }
      self = .heropend(grond: grond)
    default: return nil
    }
  }
}

extension SecretBytes {
  /// Inside what is sealed only.
  var base64: String { withBytes { Base64.url.encode($0) } }

  convenience init?(base64 text: String) {
    guard let bytes = try? Base64.url.decode(text) else { return nil }
    self.init(bytes)
  }
}

extension Opening {
  var json: JSON {
    [
      "procedure": .string(procedure), "digest": .string(digest.hex), "over": over.map { .string($0) } ?? .null,
      "betrokken": .array(betrokken.map(\.json)), "leden": .array(leden.map(\.json)),
      "sleutel": .string(sleutel.base64),
    ]
  }

  init?(_ json: JSON) {
    guard let procedure = json["procedure"]?.string,
      let digest = json["digest"]?.string.flatMap({ try? Digest(hex: $0) }),
      let sleutel = json["sleutel"]?.string.flatMap({ SecretBytes(base64: $0) })
    else { return nil }
    self.init(
      procedure: procedure, digest: digest, over: json["over"]?.string,
      betrokken: (json["betrokken"]?.array ?? []).compactMap { Thumbprint(json: $0) },
      leden: (json["leden"]?.array ?? []).compactMap { Lid($0) }, sleutel: sleutel)
  }

  static func == (left: Opening, right: Opening) -> Bool {
    left.procedure == right.procedure && left.digest == right.digest && left.over == right.over
      && left.betrokken == right.betrokken && left.leden == right.leden && left.sleutel == right.sleutel
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(procedure)
    hasher.combine(digest)
    hasher.combine(leden)
  }
}
