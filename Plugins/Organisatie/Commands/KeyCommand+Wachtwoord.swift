import ArgumentParser
import Console
import Governance
import Ledger

extension KeyCommand {
  /// `waarborg key wachtwoord`
  struct Wachtwoord: ProgramCommand {
    static let configuration = CommandConfiguration(
      "wachtwoord", nl: "Verander het wachtwoord van een sleutel; de sleutel zelf blijft dezelfde.",
      en: "Change the passphrase of a key; the key itself stays the same.",
      discussion: Text(
        nl:
          "Wie het oude vergat, kan dit niet: maak een nieuwe sleutel en laat die de oude vervangen (waarborg key replace OUD NIEUW).",
        en:
          "Who forgot the old one cannot: make a new key and have it replace the old one (waarborg key replace OLD NEW)."
      ))

    @Argument(help: Language.help(nl: "De naam van de sleutel.", en: "The name of the key.", "naam")) var naam: String
    @Option(
      help: Language.help(
        nl: "Bestand met het nieuwe wachtwoord.", en: "File with the new passphrase.", "bestand"))
    var nieuwBestand: String?
    @Option(
      help: Language.help(
        nl: "Bestandsdescriptor met het nieuwe wachtwoord.", en: "File descriptor with the new passphrase.", "nummer"))
    var nieuwFd: Int32?
    @OptionGroup var key: KeyOptions
    @OptionGroup var shared: SharedOptions
    var asksPassphrase: Bool { true }

    func run(_ program: Program) throws {
      let source = try Passphrase.choose(file: nieuwBestand, descriptor: nieuwFd)
      let wasOpen = try program.changePassphrase(of: naam, key, to: source)
      if shared.json {
        let json: JSON = ["sleutel": .string(naam), "vergrendeld": .bool(wasOpen)]
        return program.terminal.outJSON(json.text)
      }
      program.terminal.note(
        StyledText.verdict(
          .good,
          Text(nl: "Sleutel \(naam) heeft een ander wachtwoord", en: "Key \(naam) has another passphrase")))
      if wasOpen {
        program.terminal.note(
          Text(
            nl: "zij is weer vergrendeld: waarborg ontgrendel \(naam)",
            en: "it is locked again: waarborg ontgrendel \(naam)"))
      }
    }
  }
}
