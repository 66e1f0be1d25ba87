import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg organisatie`: bodies, functions, who holds them, mandates, and the organisation's own calendar.
struct OrganisatieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "organisatie", nl: "Organen, functies, wie ze bekleedt, mandaten en de eigen kalender.",
    en: "Bodies, functions, who holds them, mandates, and the organisation's calendar.",
    subcommands: [
      Lijst.self, Orgaan.self, Functie.self, HefOp.self, Bekleed.self, LegNeer.self, MandaatVerleen.self,
      MandaatTrekIn.self, KalenderToon.self, Werkdagen.self, Sluit.self, SluitingTrekIn.self, Tabel.self,
      InzendtermijnStelVast.self, Corrigeer.self,
    ])
}

extension OrganisatieCommand {
  /// `waarborg organisatie orgaan`
  struct Orgaan: RecordingCommand {
    typealias Event = OrgaanVastgelegd

    static let configuration = CommandConfiguration(
      "orgaan", nl: "Leg een orgaan vast.", en: "Record a body.")
    @Argument(help: Language.help(nl: "Hoe het orgaan heet.", en: "What the body is called.", "naam")) var naam: String
    @Option(help: Language.help(nl: "De rol waarin het besluit.", en: "The role in which it decides.", "rol")) var rol:
      String?
    @Flag(
      help: Language.help(nl: "Er is een tweede orgaan met deze naam.", en: "There is a second body of this name."))
    var nogEen = false
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.naam] = naam
      fields[Event.rol] = try Input.code(rol, option: "--rol")
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      if !nogEen { try Dubbel.check(orgaan: naam, from: context.effective, context.views) }
    }
  }

  /// `waarborg organisatie functie`
  struct Functie: RecordingCommand {
    typealias Event = FunctieVastgelegd

    static let configuration = CommandConfiguration(
      "functie", nl: "Leg een functie vast.", en: "Record a function."
    )
    @Argument(help: Language.help(nl: "Hoe de functie heet.", en: "What the function is called.", "naam")) var naam:
      String
    @Option(help: Language.help(nl: "Het orgaan waarbij zij hoort.", en: "The body it belongs to.", "orgaan"))
    var orgaan: String?
    @Flag(
      help: Language.help(
        nl: "Er is een tweede functie met deze naam.", en: "There is a second function of this name."))
    var nogEen = false
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) { fields[Event.naam] = naam }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      let body = try orgaan.map { try Unit.find($0, kind: "Orgaan", context.views).stream }
      draft[Event.orgaan] = body
      if !nogEen { try Dubbel.check(functie: naam, of: body, from: context.effective, context.views) }
    }
  }

  /// `waarborg organisatie hef-op`
  struct HefOp: RecordingCommand {
    typealias Event = OrgaanOpgeheven

    static let configuration = CommandConfiguration(
      "hef-op", nl: "Hef een orgaan of functie op.", en: "Abolish a body or function.")
    @Argument(help: Language.help(nl: "Naam of kenmerk.", en: "Name or id.", "orgaan|functie")) var eenheid: String
    @OptionGroup var recording: AppendingOptions

    func find(_ context: AppendContext) throws -> StreamID {
      try Unit.find(eenheid, kind: nil, context.views).stream
    }

    func eventType(for found: StreamID) -> EventType {
      found.kind == Event.type.streamKind ? Event.type : FunctieOpgeheven.type
    }
  }

  /// `waarborg organisatie bekleed`
  struct Bekleed: RecordingCommand {
    typealias Event = FunctieBekleed

    static let configuration = CommandConfiguration(
      "bekleed", nl: "Leg vast wie een functie bekleedt.", en: "Record who holds a function.")
    @Argument(help: Language.help(nl: "Naam of kenmerk van de functie.", en: "Name or id of the function.", "functie"))
    var functie: String
    @Option(help: Language.confidential(nl: "De naam van de persoon", en: "The person's name", "naam"))
    var naam: String
    @Option(
      help: Language.help(
        nl: "Wie al bekend is: het pseudoniem, of de naam van wie een functie bekleedt of bekleedde.",
        en: "Someone known already: the pseudonym, or the name of who holds or held a function.", "naam|Persoon/…"))
    var persoon: String?
    @Flag(
      help: Language.help(
        nl: "Het is een ander met dezelfde naam.", en: "It is another person of the same name."))
    var nogEen = false
    @Option(help: Language.help(nl: "De laatste dag, als die vaststaat.", en: "The last day, if it is fixed.", "dag"))
    var totEnMet: String?
    @Flag(help: Language.help(nl: "Het is een waarneming.", en: "It is a deputy.")) var waarnemend = false
    @Flag(
      help: Language.help(
        nl: "De persoon is tijdelijk ingehuurd, niet in dienst.", en: "The person is hired for a time, not employed."))
    var inhuur = false
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.naam] = naam
      fields[Event.tot] = try Input.day(totEnMet, option: "--tot-en-met")
      fields[Event.waarnemend] = waarnemend ? true : nil
      fields[Event.inhuur] = inhuur ? true : nil
    }

    func find(_ context: AppendContext) throws -> StreamID {
      try Unit.find(functie, kind: "Functie", context.views).stream
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      if let persoon {
        draft[Event.persoon] = try Functies.persoon(persoon, context.reading)
        return
      }
      draft[Event.persoon] = context.book.newStream("Persoon")
      guard !nogEen else { return }
      try Dubbel.check(
        houder: naam, of: found, from: context.effective, until: draft[Event.tot], context.reading)
    }
  }

  /// `waarborg organisatie leg-neer`
  struct LegNeer: RecordingCommand {
    typealias Event = FunctieNeergelegd

    static let configuration = CommandConfiguration(
      "leg-neer", nl: "Leg vast dat iemand een functie neerlegt.", en: "Record that someone lays a function down.")
    @Argument(help: Language.help(nl: "Naam of kenmerk van de functie.", en: "Name or id of the function.", "functie"))
    var functie: String
    @Option(
      help: Language.help(
        nl: "De naam of het pseudoniem; weglaten kan als één persoon haar bekleedt.",
        en: "The name or pseudonym; may be left out if one person holds it.", "naam|Persoon/…"))
    var persoon: String?
    @OptionGroup var recording: AppendingOptions

    func find(_ context: AppendContext) throws -> StreamID {
      try Unit.find(functie, kind: "Functie", context.views).stream
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      draft[Event.persoon] =
        try persoon.map { try Functies.persoon($0, of: found, context.reading) }
        ?? Functies.enige(of: found, on: context.effective, context.views)
    }
  }
}
