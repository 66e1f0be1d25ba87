import Governance
import Ledger

/// Metadata of the bundle and of each document in it (MDTO 1.0, Nationaal Archief).
enum Mdto {
  /// The bundle as an information object.
  static func bundel(naam: String, kenmerk: String, organisatie: String, dag: CalendarDate) -> String {
    document(
      """
      <informatieobject>
      \(identificatie(kenmerk, organisatie))
      <naam>\(escaped(naam))</naam>
      \(begrip("aggregatieniveau", "Dossier", "Begrippenlijst Aggregatieniveaus MDTO"))
      <dekkingInTijd>
      \(begrip("dekkingInTijdType", "Stand op", "Waarborg, soorten tijd"))
      <dekkingInTijdBegindatum>\(dag)</dekkingInTijdBegindatum>
      </dekkingInTijd>
      <taal>nl</taal>
      \(begrip("waardering", "Tijdelijk te bewaren", "Begrippenlijst Waarderingen MDTO", code: "V"))
      \(verwijzing("archiefvormer", organisatie))
      <beperkingGebruik>
      \(begrip("beperkingGebruikType", "Alleen voor de ontvanger", "Waarborg, beperkingen"))
      </beperkingGebruik>
      </informatieobject>
      """)
  }

  /// A document as a file.
  static func bestand(
    _ digest: String, _ size: Int, _ mediaType: String, vanaf dag: CalendarDate, bundel: String, organisatie: String
  )
    -> String
  {
    document(
      """
      <bestand>
      \(identificatie(digest, "SHA-256"))
      <naam>\(escaped(Bundelindeling.stuk(digest, mediaType)))</naam>
      <omvang>\(size)</omvang>
      \(begrip("bestandsformaat", mediaType, "IANA Media Types"))
      <checksum>
      \(begrip("checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"))
      <checksumWaarde>\(digest)</checksumWaarde>
      <checksumDatum>\(dag)T00:00:00Z</checksumDatum>
      </checksum>
      \(verwijzing("isRepresentatieVan", bundel))
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

  private static func identificatie(_ kenmerk: String, _ bron: String) -> String {
    "<identificatie><identificatieKenmerk>\(escaped(kenmerk))</identificatieKenmerk>"
      + "<identificatieBron>\(escaped(bron))</identificatieBron></identificatie>"
  }

  private static func begrip(_ name: String, _ label: String, _ lijst: String, code: String? = nil) -> String {
    "<\(name)><begripLabel>\(escaped(label))</begripLabel>"
      + (code.map { "<begripCode>\(escaped($0))</begripCode>" } ?? "")
      + "<begripBegrippenlijst><verwijzingNaam>\(escaped(lijst))</verwijzingNaam></begripBegrippenlijst></\(name)>"
  }

  private static func verwijzing(_ name: String, _ to: String) -> String {
    "<\(name)><verwijzingNaam>\(escaped(to))</verwijzingNaam></\(name)>"
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
