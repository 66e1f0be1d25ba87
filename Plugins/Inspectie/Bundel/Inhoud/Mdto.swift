import Governance
import Ledger

/// Metadata of the bundle and of each document in it (MDTO 1.0, Nationaal Archief; the order is that of its XML schema).
struct Mdto {
  /// What the bundle is called.
  let bundel: String
  /// By what it is recognised: the ledger and its size.
  let kenmerk: String
  let organisatie: String
  let ontvanger: Ontvanger

  /// The bundle as an information object, with the documents that it holds.
  func informatieobject(dag: CalendarDate, stukken: [(digest: String, mediaType: String)]) -> String {
    Self.document(
      """
      <informatieobject>
      \(Self.identificatie(kenmerk, organisatie))
      <naam>\(Self.escaped(bundel))</naam>
      \(Self.begrip("aggregatieniveau", "Dossier", "Begrippenlijst Aggregatieniveaus MDTO"))
      <dekkingInTijd>
      \(Self.begrip("dekkingInTijdType", "Stand op", "Waarborg, soorten tijd"))
      <dekkingInTijdBegindatum>\(dag)</dekkingInTijdBegindatum>
      </dekkingInTijd>
      <taal>nl</taal>
      \(Self.begrip("waardering", "Tijdelijk te bewaren", "Begrippenlijst Waarderingen MDTO", code: "V"))
      \(representaties(stukken))\
      \(Self.verwijzing("archiefvormer", organisatie))
      <beperkingGebruik>
      \(Self.begrip("beperkingGebruikType", ontvanger == .publiek ? "Openbaar" : "Alleen voor de ontvanger", "Waarborg, beperkingen"))
      </beperkingGebruik>
      </informatieobject>
      """)
  }

  private func representaties(_ stukken: [(digest: String, mediaType: String)]) -> String {
    stukken.map { digest, mediaType in
      Self.verwijzing(
        "heeftRepresentatie", Bundelindeling.stuk(digest, mediaType),
        Self.identificatie(digest, "SHA-256", als: "verwijzingIdentificatie")) + "\n"
    }.joined()
  }

  /// A document as a file; its digest is from when it was signed for.
  func bestand(_ digest: String, _ size: Int, _ mediaType: String, sinds moment: Instant) -> String {
    Self.document(
      """
      <bestand>
      \(Self.identificatie(digest, "SHA-256"))
      <naam>\(Self.escaped(Bundelindeling.stuk(digest, mediaType)))</naam>
      <omvang>\(size)</omvang>
      \(Self.begrip("bestandsformaat", mediaType, "IANA Media Types"))
      <checksum>
      \(Self.begrip("checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"))
      <checksumWaarde>\(digest)</checksumWaarde>
      <checksumDatum>\(moment)</checksumDatum>
      </checksum>
      \(Self.verwijzing("isRepresentatieVan", bundel, Self.identificatie(kenmerk, organisatie, als: "verwijzingIdentificatie")))
      </bestand>
      """)
  }

  private static func document(_ body: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <MDTO xmlns="https://www.nationaalarchief.nl/mdto">
    \(body)
    </MDTO>

    """
  }

  private static func identificatie(_ kenmerk: String, _ bron: String, als name: String = "identificatie") -> String {
    "<\(name)><identificatieKenmerk>\(escaped(kenmerk))</identificatieKenmerk>"
      + "<identificatieBron>\(escaped(bron))</identificatieBron></\(name)>"
  }

  private static func begrip(_ name: String, _ label: String, _ lijst: String, code: String? = nil) -> String {
    "<\(name)><begripLabel>\(escaped(label))</begripLabel>"
      + (code.map { "<begripCode>\(escaped($0))</begripCode>" } ?? "")
      + "<begripBegrippenlijst><verwijzingNaam>\(escaped(lijst))</verwijzingNaam></begripBegrippenlijst></\(name)>"
  }

  private static func verwijzing(_ name: String, _ to: String, _ identificatie: String = "") -> String {
    "<\(name)><verwijzingNaam>\(escaped(to))</verwijzingNaam>\(identificatie)</\(name)>"
  }

  /// Text as XML 1.0 may hold it.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
