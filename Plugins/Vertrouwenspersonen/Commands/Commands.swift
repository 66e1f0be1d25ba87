import ArgumentParser
import Console
import Governance
import Instemming
import Ledger

/// `waarborg vertrouwenspersoon`: confidential counsellors, from candidacy to the end of the term.
struct VertrouwenspersoonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "vertrouwenspersoon", nl: "Vertrouwenspersonen: benoeming, termijn, plichten en jaaroverzicht.",
    en: "Confidential counsellors: appointment, term, duties and yearly overview.",
    discussion: Text(
      nl: """
        Voorbeeld:
          waarborg vertrouwenspersoon stel-regels-vast --model lelystad --als directeur
          waarborg vertrouwenspersoon kandidaat --naam @naam.txt --email vp@gemeente.example
          waarborg vertrouwenspersoon certificeer vertrouwenspersoon-1 --op 2026-01-01 --laatste-dag 2028-12-31 --conformeert
          waarborg instemming vraag vertrouwenspersoon-1 --besluit benoemen --als directeur
          waarborg instemming verleen vertrouwenspersoon-1 --besluit benoemen --als or
          waarborg vertrouwenspersoon benoem vertrouwenspersoon-1 --brief brief.pdf --verklaring verklaring.pdf --als directeur
        """,
      en: """
        Example:
          waarborg vertrouwenspersoon stel-regels-vast --model lelystad --als director
          waarborg vertrouwenspersoon kandidaat --naam @name.txt --email vp@gemeente.example
          waarborg vertrouwenspersoon certificeer vertrouwenspersoon-1 --op 2026-01-01 --laatste-dag 2028-12-31 --conformeert
          waarborg instemming vraag vertrouwenspersoon-1 --besluit benoemen --als director
          waarborg instemming verleen vertrouwenspersoon-1 --besluit benoemen --als council
          waarborg vertrouwenspersoon benoem vertrouwenspersoon-1 --brief letter.pdf --verklaring declaration.pdf --als director
        """),
    subcommands: [
      Lijst.self, Toon.self, Verloopt.self, Plichten.self, Vacatures.self, ContactOpdracht.self, Jaaroverzichten.self,
      Regels.self, Kandidaat.self, TrekTerug.self, Certificeer.self, Benoem.self, Verleng.self, Contracteer.self,
      TreedTerug.self, Noteer.self,
      Verstreken.self, Ontheffing.self, Onthef.self, DraagRegisterOver.self, WijzigContact.self, Scholing.self,
      Intervisie.self, JaaroverzichtOpdracht.self, PubliceerJaaroverzicht.self, Formatie.self, GeefOp.self,
      AanspreekpuntOpdracht.self,
      StelRegelsVast.self, Corrigeer.self,
    ])
}

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon kandidaat`
  struct Kandidaat: RecordingCommand {
    typealias Event = KandidaatVoorgedragen

    static let configuration = CommandConfiguration(
      "kandidaat", nl: "Draag iemand voor; daarna kan instemming over deze benoeming worden gevraagd.",
      en: "Put someone forward; then consent to this appointment can be asked.")
    @Option(help: Language.confidential(nl: "De naam", en: "The name", "naam")) var naam: String
    @Option(help: Language.confidential(nl: "Het telefoonnummer", en: "The telephone number", "nummer"))
    var telefoon: String?
    @Option(help: Language.confidential(nl: "Het e-mailadres", en: "The e-mail address", "adres"))
    var email: String?
    @Flag(help: Language.help(nl: "Het is een externe.", en: "It is an external one.")) var extern = false
    @Option(
      help: Language.confidential(
        nl: "De organisatie van een externe", en: "The organisation of an external one", "naam"))
    var bureau: String?
    @Option(
      help: Language.help(
        nl: "Dezelfde persoon als bij deze eerdere benoeming.", en: "The same person as in this earlier appointment.",
        "kenmerk")) var zelfdeAls: String?
    @Option(
      help: Language.help(
        nl: "Het pseudoniem van wie al bekend is.", en: "The pseudonym of someone known already.", "Persoon/…"))
    var persoon: String?
    @OptionGroup var recording: FactOptions

    func validate() throws {
      guard persoon != nil, zelfdeAls != nil else { return }
      throw ValidationError(
        nl: "geef --persoon of --zelfde-als, niet beide", en: "give --persoon or --zelfde-als, not both")
    }

    func fill(_ fields: inout DraftFields) {
      fields[Event.vorm] = extern ? .extern : .intern
      fields[Contact.naam] = naam
      fields[Contact.telefoon] = telefoon
      fields[Contact.email] = email
      fields[Event.bureau] = bureau
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      draft[Event.persoon] =
        try zelfdeAls.map { try Verwijzing.require($0, in: context.reading).persoon }
        ?? persoon.map { try Input.person($0) } ?? context.book.newStream("Persoon")
    }

    /// Says how the appointment is called, because everything after it names it so.
    func followUp(_ appended: Appended, _ found: StreamID, _ program: Program) throws {
      guard let handle = try program.name(of: appended, recording.options) else { return }
      program.terminal.note(Text(nl: "Kenmerk: \(handle)", en: "Handle: \(handle)"))
    }
  }

  /// `waarborg vertrouwenspersoon trek-terug`
  struct TrekTerug: BenoemingCommand {
    typealias Event = KandidaatTeruggetrokken

    static let configuration = CommandConfiguration(
      "trek-terug", nl: "Leg vast dat een kandidaat zich terugtrekt; een reden wordt niet gevraagd.",
      en: "Record that a candidate withdraws; a reason is not asked.")
    @OptionGroup var benoeming: BenoemingArgument
    @OptionGroup var recording: FactOptions
  }

  /// `waarborg vertrouwenspersoon certificeer`
  struct Certificeer: BenoemingCommand {
    typealias Event = CertificeringVastgelegd

    static let configuration = CommandConfiguration(
      "certificeer", nl: "Leg vast dat de certificering als lid van de LVV is gezien; --op is de eerste dag.",
      en: "Record that the certification as a member of the LVV was seen; --op is its first day.")
    @OptionGroup var benoeming: BenoemingArgument
    @Option(
      help: Language.help(nl: "De laatste dag van het certificaat.", en: "The certificate's last day.", "dag"))
    var laatsteDag: String
    @Flag(
      help: Language.help(
        nl: "Deze persoon conformeert zich aan de statuten en gedragscode van de LVV.",
        en: "This person conforms to the statutes and code of the LVV.")) var conformeert =
      false
    @Option(help: Language.help(nl: "Het certificaat (intern).", en: "The certificate (internal).", "bestand"))
    var bewijs: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.laatsteDag] = try Input.day(laatsteDag, option: "--laatste-dag")
      fields[Event.conformeert] = conformeert
      try fields.attach(bewijs, as: Event.bewijs)
    }
  }

  /// `waarborg vertrouwenspersoon benoem`
  struct Benoem: BenoemingCommand {
    typealias Event = VertrouwenspersoonBenoemd

    static let configuration = CommandConfiguration(
      "benoem", nl: "Benoem een interne vertrouwenspersoon; --op is de eerste dag.",
      en: "Appoint an internal vertrouwenspersoon; --op is the first day.",
      discussion: Text(
        nl: "Zonder --tot of --termijn duurt de termijn zo lang als de regels zeggen, en zonder regel onbepaalde tijd; "
          + "zie waarborg vertrouwenspersoon regels.",
        en: "Without --tot or --termijn the term is as long as the rules say, and without a rule it has no end; "
          + "see waarborg vertrouwenspersoon regels."))
    @OptionGroup var benoeming: BenoemingArgument
    @OptionGroup var termijn: TermijnOptions
    @Option(help: Language.help(nl: "De aanstellingsbrief (intern).", en: "The letter (internal).", "bestand"))
    var brief: String?
    @Option(help: Language.confidential(nl: "Waar de brief ligt", en: "Where the letter is", "tekst"))
    var briefVindplaats: String?
    @Option(
      help: Language.help(
        nl: "De ondertekende verklaring (intern).", en: "The signed declaration (internal).", "bestand")
    ) var verklaring: String?
    @Option(
      help: Language.confidential(nl: "Waar de verklaring ligt", en: "Where the declaration is", "tekst"))
    var verklaringVindplaats: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      try Stukkeuze(velden: Event.brief, bestand: brief, vindplaats: briefVindplaats).fill(&fields, option: "--brief")
      try Stukkeuze(velden: Event.verklaring, bestand: verklaring, vindplaats: verklaringVindplaats)
        .fill(&fields, option: "--verklaring")
    }

    func complete(_ draft: inout EventDraft, _ found: Benoeming, _ context: AppendContext) throws {
      let end = try termijn.einde(from: context.effective.exact, context.regels().duur)
      draft[Event.tot] = end.tot
      draft[Event.afwijkend] = end.isAfwijkend ? true : nil
      try draft.berust(op: found.verleend(.benoemen, context.reading), context.reading)
    }
  }
}
