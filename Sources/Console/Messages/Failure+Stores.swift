import Governance
import Ledger

extension Failure {
  /// The failure that any error of the layers below is to a person.
  public init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(store: error)
    case let error as BadEvent: self = error.failure
    case let error as CatalogError: self.init(catalog: error)
    case let error as VaultError: self.init(vault: error)
    case let error as AppendError: self.init(append: error)
    case let error as AuthorityProblem: self.init(.foundWanting, error.text)
    case let error as DateProblem: self.init(.badInput, error.text)
    case let error as EventError:
      self.init(
        .foundWanting,
        Text(
          nl: "het log bevat een onleesbare gebeurtenis: ", en: "the log holds an unreadable event: ") + error.text,
        remedy: Text(nl: "zie welke: waarborg verify", en: "see which one: waarborg verify"))
    default:
      self.init(.io, Text(nl: "onverwachte fout: \(error)", en: "unexpected error: \(error)"))
    }
  }

  private init(store error: StoreError) {
    switch error {
    case .noLedger(let path):
      self = LedgerPlace(path).failure
    case .isCopy(let path):
      self.init(
        .refused,
        Text(
          nl: "\(path) is een kopie om te lezen: er kan niets in worden vastgelegd",
          en: "\(path) is a copy to read: nothing can be recorded in it"),
        remedy: Text(
          nl: "maak met --concept BESTAND wat u wilt tekenen, onderteken het, en stuur het antwoord aan het grootboek; "
            + "bijwerken gaat met waarborg kopie werk-bij BESTAND",
          en: "make what you want to sign with --concept FILE, sign it, and send the answer to the ledger; a copy is "
            + "brought up to date with waarborg kopie werk-bij FILE"))
    case .noVault(let path):
      self.init(
        .notFound,
        Text(
          nl: "\(path) ontbreekt: er kan niets worden vastgelegd", en: "\(path) is missing: nothing can be recorded"),
        remedy: Text(
          nl: "zet de kluis terug uit een reservekopie; is zij er niet meer, begin dan een lege: waarborg doctor "
            + "--nieuwe-kluis",
          en: "put the vault back from a backup; if there is none any more, begin an empty one: waarborg doctor "
            + "--nieuwe-kluis"))
    case .otherVault(let path):
      self.init(
        .badInput,
        Text(nl: "\(path) is de kluis van een ander grootboek", en: "\(path) is the vault of another ledger"),
        remedy: Text(
          nl: "zet de eigen kluis terug; zonder kluis is het log ook te lezen",
          en: "put its own vault back; the log can be read without a vault as well"))
    case .notADirectory(let path):
      self.init(
        .badInput,
        Text(nl: "\(path) is een bestand; een grootboek is een map", en: "\(path) is a file; a ledger is a directory"))
    case .notOwnFile(let path):
      self.init(
        .io,
        Text(
          nl: "\(path) is een verwijzing, of geen gewoon bestand van de eigenaar van deze map; er is niets geschreven",
          en: "\(path) is a link, or no regular file of the owner of this folder; nothing was written"),
        remedy: Text(
          nl: "zoek uit wie het daar zette, en verwijder het; dit programma maakt het zelf",
          en: "find out who put it there, and remove it; this program makes it itself"))
    case .notEmpty(let path):
      self.init(
        .badInput,
        Text(
          nl: "\(path) is niet leeg; daar staat al een grootboek of iets anders",
          en: "\(path) is not empty; there is a ledger or something else already"),
        remedy: Text(nl: "kies een nieuwe map", en: "choose a new directory"))
    case .newerFormat(let file, let found, let supported):
      self.init(
        .badInput,
        Text(
          nl:
            "\(file) is geschreven door een nieuwere versie van waarborg (formaat \(found), dit programma kent \(supported))",
          en: "\(file) was written by a newer version of waarborg (format \(found); this program knows \(supported))"),
        remedy: Text(nl: "werk het programma bij", en: "update the program"))
    case .damaged(let file, let detail):
      self.init(
        .io, Text(nl: "\(file) is beschadigd: \(detail)", en: "\(file) is damaged: \(detail)"),
        // Views can always be made again; of log and vault there is only what is there.
        remedy: file.hasSuffix("views.sqlite")
          ? Text(
            nl: "maak de overzichten opnieuw: waarborg rebuild; het log en de kluis zijn ongemoeid",
            en: "make the views again: waarborg rebuild; log and vault are untouched")
          : Text(
            nl: "controleer met waarborg verify en zet zo nodig een reservekopie terug",
            en: "check with waarborg verify and restore a backup if needed"))
    case .readOnly(let path):
      self.init(
        .io,
        Text(
          nl: "\(path) is niet beschrijfbaar; er is niets geschreven",
          en: "\(path) cannot be written to; nothing was written"))
    case .full(let path):
      self.init(
        .io,
        Text(
          nl: "de schijf van \(path) is vol; er is niets vastgelegd",
          en: "the disk of \(path) is full; nothing was recorded"),
        remedy: Text(nl: "maak ruimte en probeer het opnieuw", en: "make room and try again"))
    case .busy(let holder):
      let who = holder.isEmpty ? "" : " (\(holder))"
      self.init(
        .busy,
        Text(
          nl: "een ander schrijft in dit grootboek\(who); er is niets geschreven",
          en: "another writer is using this ledger\(who); nothing was written"),
        remedy: Text(
          nl: "probeer het opnieuw, of wacht langer met --wacht SECONDEN",
          en: "try again, or wait longer with --wacht SECONDS"))
    case .io(let path, let detail):
      self.init(
        .io,
        Text(
          nl: "lezen of schrijven van \(path) mislukt: \(detail)", en: "reading or writing \(path) failed: \(detail)"))
    }
  }

  private init(catalog error: CatalogError) {
    switch error {
    case .unknownEvent(let type, let version, let position):
      self.init(
        .badInput,
        Text(
          nl: "gebeurtenis \(position) is \(type) versie \(version), die dit programma niet kent",
          en: "event \(position) is \(type) version \(version), which this program does not know"),
        remedy: Text(nl: "werk het programma bij", en: "update the program"))
    case .malformedEvent(let type, let field, let position):
      self.init(
        .foundWanting,
        Text(
          nl: "gebeurtenis \(position) (\(type)) heeft een onjuist veld \(field)",
          en: "event \(position) (\(type)) has a wrong field \(field)"))
    }
  }

  private init(vault error: VaultError) {
    switch error {
    case .altered(let event, let field):
      self.init(
        .foundWanting,
        Text(
          nl: "veld \(field) van \(event) in de kluis is niet wat is ondertekend",
          en: "field \(field) of \(event) in the vault is not what was signed"))
    case .keyAltered(let key):
      self.init(
        .foundWanting,
        Text(
          nl: "sleutel \(key) in de kluis is er voor u, maar gaat niet open: zij is veranderd",
          en: "key \(key) in the vault is there for you, but does not open: it was altered"),
        remedy: Text(
          nl: "zet een reservekopie van de kluis terug, en zoek uit wie er bij kon",
          en: "restore a backup of the vault, and find out who had access"))
    case .documentAltered(let file):
      self.init(.foundWanting, Text(nl: "document \(file) is gewijzigd", en: "document \(file) was altered"))
    case .documentMissing(let file):
      self.init(.foundWanting, Text(nl: "document \(file) ontbreekt", en: "document \(file) is missing"))
    }
  }

  private init(append error: AppendError) {
    switch error {
    case .streamMoved(let stream, let expected, let found):
      self.init(
        .busy,
        Text(
          nl: "\(stream) staat inmiddels op versie \(found), niet op \(expected)",
          en: "\(stream) has moved on to version \(found), not \(expected)"),
        remedy: Text(
          nl: "bekijk wat er is bijgekomen en probeer het opnieuw", en: "look at what was added and try again"))
    case .idTaken(let id, let position), .partlyAppended(let id, let position):
      self.init(
        .badInput,
        Text(
          nl: "gebeurtenis \(id) staat al op nummer \(position), met een andere inhoud",
          en: "event \(id) stands at number \(position) already, with other content"))
    case .otherLedger(let origin):
      self.init(
        .badInput, Text(nl: "deze gebeurtenis is voor grootboek \(origin)", en: "this event is for ledger \(origin)"))
    case .headMoved, .nothingToAppend:
      self.init(.busy, Text(nl: "het grootboek is intussen gegroeid", en: "the ledger has grown meanwhile"))
    }
  }
}
