# language: fr
Fonctionnalité: Alertes dans la durée

  Une alerte arrive au milieu d'un lot, dure plusieurs rapports, ou n'est apprise qu'après coup: elle est dite une fois, à l'instant
  où elle a commencé, et n'efface rien de plus récent.

  @TRK-051
  Règle: Une alerte au milieu d'un lot n'est pas perdue

    @nominal
    Plan du Scénario: une balise <balise> envoie quatre rapports d'un coup, le deuxième porte une alerte
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale de sa mémoire:
        | après  | lieu   | vitesse | alerte        |
        | 20 min | Tsévié | 50      |               |
        | 25 min | Tsévié | 50      | porte ouverte |
        | 30 min | Notsé  | 50      |               |
        | 35 min | Notsé  | 50      |               |
      Alors l'alerte "porte ouverte" est dite aux seuls instants "25 min" à: Togo

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | MQTT      |

    @nominal
    Plan du Scénario: deux alertes du même lot d'une balise <balise>, la première et la dernière, sont dites
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse | alerte                 |
        | 20 min | Tsévié | 50      | porte ouverte          |
        | 25 min | Tsévié | 50      |                        |
        | 30 min | Notsé  | 50      | scellé ou balise forcé |
      Alors l'alerte "porte ouverte" est dite aux seuls instants "20 min" à: Togo
      Et l'alerte "scellé ou balise forcé" est dite aux seuls instants "30 min" à: Togo

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | MQTT      |

  @TRK-052
  Règle: Une alerte qui dure est dite une fois, et de nouveau quand elle recommence

    @nominal
    Plan du Scénario: la porte reste ouverte trois rapports d'une balise <balise>: l'alerte est dite une fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | alerte        |
        | 20 min | Notsé | 50      | porte ouverte |
        | 40 min | Notsé | 50      | porte ouverte |
        | 1 h    | Notsé | 50      | porte ouverte |
      Alors l'alerte "porte ouverte" est dite aux seuls instants "20 min" à: Togo

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | GT06      |
        | MQTT      |

    @nominal
    Scénario: la porte se referme puis s'ouvre de nouveau: l'alerte est dite deux fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | alerte        |
        | 20 min | Notsé | 50      | porte ouverte |
        | 40 min | Notsé | 50      |               |
        | 1 h    | Notsé | 50      | porte ouverte |
        | 1 h 20 | Notsé | 50      | porte ouverte |
      Alors l'alerte "porte ouverte" est dite aux seuls instants "20 min, 1 h" à: Togo

    @nominal
    Scénario: une autre alerte pendant que la première dure est dite aussi
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | alerte                          |
        | 20 min | Notsé | 50      | porte ouverte                   |
        | 40 min | Notsé | 50      | porte ouverte, excès de vitesse |
        | 1 h    | Notsé | 50      | porte ouverte                   |
      Alors l'alerte "porte ouverte" est dite aux seuls instants "20 min" à: Togo
      Et l'alerte "excès de vitesse" est dite aux seuls instants "40 min" à: Togo

    @nominal
    Scénario: un rapport tardif au milieu de l'alerte ne la fait pas répéter
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé:
        | après  | lieu  | vitesse | alerte        |
        | 20 min | Notsé | 50      | porte ouverte |
        | 1 h    | Notsé | 50      | porte ouverte |
      Quand la balise signale de sa mémoire:
        | après  | lieu  | vitesse | alerte        |
        | 40 min | Notsé | 50      | porte ouverte |
      Alors l'alerte "porte ouverte" est dite aux seuls instants "20 min" à: Togo

  @TRK-054
  Règle: Une alerte tardive est dite, et ne récrit pas ce que l'on sait de plus récent

    @nominal
    Scénario: la batterie, faible une heure plus tôt, est publiée telle que la balise l'a dite en dernier
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et la balise a signalé:
        | après | lieu | vitesse | batterie |
        | 2 h   | Kara | 50      | 90       |
      Quand la balise signale de sa mémoire:
        | après | lieu  | vitesse | batterie | alerte          |
        | 1 h   | Notsé | 50      | 9        | batterie faible |
      Alors l'alerte "batterie faible" est dite aux seuls instants "1 h" à: Togo
      Et le voyage publié finit par:
        | champ             | valeur |
        | enregistré après  | 2 h    |
        | batterie (%)      | 90     |
        | état de la balise | active |

    @nominal
    Scénario: le scellé, ouvert une heure plus tôt, est publié fermé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise a signalé:
        | après | lieu | vitesse | scellé |
        | 2 h   | Kara | 50      | fermé  |
      Quand la balise signale de sa mémoire:
        | après | lieu  | vitesse | scellé | alerte        |
        | 1 h   | Notsé | 50      | ouvert | scellé ouvert |
      Alors l'alerte "scellé ouvert" est dite aux seuls instants "1 h" à: Togo
      Et le voyage publié finit par:
        | champ            | valeur |
        | enregistré après | 2 h    |
        | scellé           | fermé  |

    @nominal
    Scénario: une balise qui s'est dite détachée une heure plus tôt reste active
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé:
        | après | lieu | vitesse |
        | 2 h   | Kara | 50      |
      Quand la balise signale de sa mémoire:
        | après | lieu  | vitesse | alerte          |
        | 1 h   | Notsé | 50      | balise détachée |
      Alors l'alerte "balise détachée" est dite aux seuls instants "1 h" à: Togo
      Et le voyage publié finit par:
        | champ             | valeur |
        | enregistré après  | 2 h    |
        | état de la balise | active |
