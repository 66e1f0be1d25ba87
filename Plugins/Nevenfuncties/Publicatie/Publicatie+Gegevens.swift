import Governance
import Ledger
import Publication

extension Publicatie {
  var gegevens: Dataset { Dataset(description: "", keywords: [], columns: [], rows: []) }
  var veranderingen: [Change] { [] }
  var controleerbaar: [CheckedEntry] { [] }
  var beleid: [(heading: String, paragraphs: [String])] { [] }
}
