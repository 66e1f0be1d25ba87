import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg nevenfunctie belang`: financial interests, for their own circle alone.
struct BelangCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "belang",
    abstract: Language.ofProcess.choose(
      nl: "Financiële belangen: vertrouwelijk, en nooit openbaar.",
      en: "Financial interests: confidential, and never public."),
    subcommands: [Meld.self])

  /// `waarborg nevenfunctie belang meld`
  struct Meld: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "meld",
      abstract: Language.ofProcess.choose(
        nl: "Leg een financieel belang vast; alleen wie ondertekent kan het lezen.",
        en: "Record a financial interest; only the signer can read it."))
    @Option(help: Language.help(nl: "Van wie, als pseudoniem.", en: "Whose, as a pseudonym.", "Persoon/…"))
    var persoon: String
    @Option(
      help: Language.help(
        nl: "Wat voor belang: \(SoortBelang.woorden).", en: "What kind: \(SoortBelang.woorden).", "soort"))
    var soort: String
    @Option(help: Language.help(nl: "In of bij wie, en wat het inhoudt.", en: "In or with whom, and what.", "tekst"))
    var omschrijving: String
    @Flag(help: Language.help(nl: "Het is van partner of familie.", en: "It is of a partner or family."))
    var vanNaaste = false
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let kind: SoortBelang = try Input.code(soort, option: "--soort")
      guard let person = StreamID(persoon), person.kind == "Persoon" else {
        throw Failure(
          .badInput,
          Text(
            nl: "--persoon: verwacht een pseudoniem zoals Persoon/018f…",
            en: "--persoon: expected a pseudonym like Persoon/018f…"))
      }
      try program.append(options) { context in
        let stream = context.book.newStream("FinancieelBelang")
        var access = EventDraft(
          ToegangVerleend.self, stream: context.book.newStream("Toegang"),
          effective: ImpreciseDate(context.book.today))
        access[ToegangVerleend.stroom] = stream
        access[ToegangVerleend.sleutel] = context.key.id
        var draft = EventDraft(FinancieelBelangGemeld.self, stream: stream, effective: context.effective)
        draft[Houderschap.persoon] = person
        draft[FinancieelBelangGemeld.soort] = kind
        draft[FinancieelBelangGemeld.omschrijving] = omschrijving
        draft[FinancieelBelangGemeld.vanNaaste] = vanNaaste ? true : nil
        return Proposal(access, draft)
      }
    }
  }
}
