import Console
import Governance
import Ledger
import LedgerCrypto

/// A case in words, as one of its members sees it.
struct Zaakbeeld {
  private let zaak: Zaak
  private let klokken: Klokken
  private let registry: KeyRegistry

  init(_ zaak: Zaak, _ klokken: Klokken, _ registry: KeyRegistry) {
    self.zaak = zaak
    self.klokken = klokken
    self.registry = registry
  }

  /// The clock that binds first; nil when none runs that can be computed.
  private var eerste: (klok: Klok, dag: CalendarDate)? {
    guard !zaak.isGesloten else { return nil }
    return lopend.compactMap { klok in klok.ruw.map { (klok, $0) } }.min { $0.1 < $1.1 }
  }

  private var lopend: [Klok] { klokken.alle.filter { $0.isOpen && $0.begin != nil } }

  /// The clock that binds first and whether it has passed, or that none can be computed.
  var eersteTermijn: StyledText {
    if zaak.isGesloten { return "–" }
    guard let (klok, day) = eerste else {
      return lopend.isEmpty ? "–" : "\(Text(nl: "niet te berekenen", en: "cannot be computed"), .warning)"
    }
    let text = Text("\(klok.termijn.id) ") + day.text
    let status = klok.status.map { Text(", ") + $0.text } ?? Text(nl: ", niet te zeggen", en: ", cannot be said")
    return switch klok.status {
    case .verstreken: "\(text + status, .bad)"
    case .nadert, nil: "\(text + status, .warning)"
    default: "\(text)"
    }
  }

  /// Where it stands, on each track.
  var stand: Text {
    if zaak.isGesloten { return Text(nl: "gesloten", en: "closed") }
    let toestanden = zaak.toestanden
    let verborgen = zaak.stand.verborgen
    let delen = zaak.procedure.sporen.compactMap { spoor in
      verborgen.contains(spoor)
        ? Text(nl: "niet zichtbaar voor uw functie", en: "not visible to your function")
        : toestanden[spoor].map { Text($0.id) }
    }
    return delen.dropFirst().reduce(delen.first ?? Text("")) { $0 + Text(", ") + $1 }
  }

  var kop: KeyValueList {
    var list = KeyValueList()
    list.add(Text(nl: "Zaak", en: "Case"), "\(zaak.kenmerk, .emphasis)")
    list.add(
      Text(nl: "Procedure", en: "Procedure"),
      "\(zaak.procedure.id) \(zaak.procedure.titel), versie \(zaak.procedure.versie)")
    list.add(Text(nl: "Staat op", en: "Stands at"), "\(stand)")
    list.add(Text(nl: "Gaat over", en: "Is about"), zaak.route.map { "\($0.betekenis)" })
    list.add(
      Text(nl: "Wie", en: "Who"),
      "\(zaak.leden.map { "\($0.functie) (\(registry.keys[$0.sleutel]?.rol.text.nl ?? "–"))" }.joined(separator: ", "))"
    )
    if zaak.isDossierVernietigd {
      list.add(
        Text(nl: "Dossier", en: "Dossier"),
        "\(Text(nl: "vernietigd; dit is de registerregel", en: "destroyed; this is the line of the register"), .faint)")
    } else if zaak.isRegelVernietigd {
      list.add(
        Text(nl: "Registerregel", en: "Line of the register"), "\(Text(nl: "vernietigd", en: "destroyed"), .faint)")
    }
    for plicht in zaak.stand.openMededelingen {
      list.add(
        Text(nl: "Nog mede te delen", en: "Still to be told"),
        "\(Text("\(plicht.nummer) \(plicht.stap): \(plicht.wat) aan \(plicht.aan)"), .warning)")
    }
    for waarschuwing in zaak.route?.waarschuwingen ?? [] {
      list.add(Text(nl: "Let op", en: "Mind"), "\(waarschuwing, .warning)")
    }
    return list
  }

  /// What happened, in the order of the log.
  var verloop: Table {
    var table = Table([
      .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Datum", en: "Date"), overflow: .keep),
      .init(Text(nl: "Wat", en: "What")), .init(Text(nl: "Wie", en: "Who")), .init(Text(nl: "Inhoud", en: "Content")),
    ])
    for feit in zaak.feiten {
      let mistake: StyledText =
        feit.gecorrigeerdDoor.map {
          "\(Text(nl: " (vergissing, zie \($0))", en: " (mistake, see \($0))"), .warning)"
        } ?? ""
      table.row(
        "\(feit.nummer)", "\(feit.op.text)", StyledText(feit.gebeurtenis.stap ?? feit.gebeurtenis.naam) + mistake,
        "\(registry.keys[feit.door]?.rol.text ?? Text("–"))", "\(inhoud(feit))")
    }
    return table
  }

  private func inhoud(_ feit: Zaakfeit) -> Text {
    // Who the melder is, is shown only by a command that records that it was.
    let identiteit = feit.identiteit
    var parts = feit.velden.sorted { $0.key < $1.key }.map { name, values in
      identiteit.contains(name)
        ? "\(name): [waarborg zaak identiteit ZAAK --grond …]"
        : "\(name): \(values.map { Stukwaarde($0)?.omschrijving ?? $0 }.joined(separator: ", "))"
    }
    switch feit.gebeurtenis {
    case .toegangVerleend(let lid): parts.append(lid.functie)
    case .aangevuld(let nummer): parts.append("\(nummer)")
    case .gecorrigeerd(let nummer, let reden): parts.append("\(nummer): \(reden)")
    case .overgestapt(let overstap):
      parts.append("versie \(feit.procedure.versie): \(overstap.grond) (\(overstap.grondslag))")
    case .heropend(let grond), .gehouden(let grond), .identiteitGeopend(let grond): parts.append(grond)
    case .verstrekt(let aan, let persoon): parts.append(persoon.map { "\(aan), wie in \($0) staat" } ?? aan)
    case .uitgenomen(let nummer, let veld): parts.append("\(nummer): \(veld)")
    case .medegedeeld(let nummer, let aan, let onthouden):
      parts.append("\(nummer): \(aan)\(onthouden.map { " niet, want \($0)" } ?? "")")
    case .ingeschreven: return Text("")
    case .geopend, .gezet, .toegangIngetrokken, .gesloten, .losgelaten: break
    }
    parts += feit.verborgen.map { "[alleen voor \($0.joined(separator: ", "))]" }
    return Text(parts.joined(separator: "; "))
  }

  /// The case under stable names.
  var json: JSON {
    guard case .object(var members) = kortJSON else { return .null }
    members.append(JSON.Member("leden", .array(zaak.leden.map(\.json))))
    members.append(JSON.Member("feiten", .array(zaak.feiten.map { json($0) })))
    members.append(JSON.Member("klokken", .array(klokken.alle.map(\.json))))
    members.append(JSON.Member("merken", .array(zaak.merken(klokken).map { .string($0.nl) })))
    members.append(
      JSON.Member(
        "medeTeDelen",
        .array(
          zaak.stand.openMededelingen.map {
            [
              "nummer": .int($0.nummer), "stap": .string($0.stap), "wat": .string($0.wat), "aan": .string($0.aan),
              "tenzij": .array($0.tenzij.map { .string($0) }), "bron": .string($0.bron),
            ]
          })))
    members.append(JSON.Member("vernietigd", .array(zaak.vernietigd.sorted().map { .int($0) })))
    members.append(
      JSON.Member(
        "bevindingen",
        .array(zaak.bevindingen.map { ["nummer": .int($0.nummer), "bevinding": .string($0.tekst.nl)] })))
    return .object(members)
  }

  var kortJSON: JSON {
    [
      "zaak": .string(zaak.kenmerk), "stream": zaak.stream.json, "procedure": .string(zaak.procedure.id),
      "versie": .string(zaak.procedure.versie), "digest": .string(zaak.opening.digest.hex),
      "over": zaak.opening.over.map { .string($0) } ?? .null, "gesloten": .bool(zaak.isGesloten),
      "sinds": zaak.stappen.last?.op.json ?? .null, "eersteTermijn": eerste?.klok.json ?? .null,
      "toestanden": .object(
        zaak.toestanden.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value.id)) }),
    ]
  }

  /// What is said beside fields; never of an opening or a line of the register, which hold the key of the case.
  private func gegevens(_ gebeurtenis: Zaakgebeurtenis) -> [JSON.Member] {
    switch gebeurtenis {
    case .geopend, .gezet, .ingeschreven: []
    default: gebeurtenis.gegevens.members ?? []
    }
  }

  private func json(_ feit: Zaakfeit) -> JSON {
    [
      "nummer": .int(feit.nummer), "position": .int(Int64(feit.position)), "op": feit.op.json,
      "soort": .string(feit.gebeurtenis.naam), "stap": feit.gebeurtenis.stap.map { .string($0) } ?? .null,
      "door": feit.door.json, "gegevens": .object(gegevens(feit.gebeurtenis)),
      "velden": .object(
        feit.velden.filter { !feit.identiteit.contains($0.key) }.sorted { $0.key < $1.key }.map { name, values in
          JSON.Member(name, .array(values.map { .string($0) }))
        }),
      "identiteit": .array(feit.identiteit.sorted().map { .string($0) }),
      "verborgenVoor": .array(feit.verborgen.map { .array($0.map { .string($0) }) }),
      "gecorrigeerdDoor": feit.gecorrigeerdDoor.map { .int($0) } ?? .null,
    ]
  }
}
