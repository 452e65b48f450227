# language: fr
Fonctionnalité: Le voyage suivi, réuni et publié

  Les plateformes réunissent ce qu'elles savent d'un camion : qui est sur sa route le lit, dans l'ordre des faits et dans les
  mêmes mots, d'où que cela vienne.

  @TRK-081
  Règle: Le voyage est publié aux administrations de l'itinéraire et à ses plateformes, et à nul autre

    @nominal
    Plan du Scénario: <pays> est sur l'itinéraire, et lit le voyage
      Étant donné un camion de Lomé à Niamey par Kantchari, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand <pays> consulte le voyage suivi
      Alors le voyage est publié: <pays>

      Exemples:
        | pays            |
        | le Togo         |
        | le Burkina Faso |
        | le Niger        |

    @nominal
    Scénario: la plateforme dont la balise est sur le camion lit le voyage
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la plateforme togolaise consulte le voyage suivi
      Alors le voyage est publié: la plateforme togolaise

    @refus
    Scénario: le Mali n'est pas sur l'itinéraire, et ne lit rien
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand le Mali consulte le voyage suivi
      Alors le voyage est refusé: le Mali, sans aucune donnée

    @refus
    Scénario: une plateforme sans balise sur le camion ne lit rien
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la plateforme nigérienne consulte le voyage suivi
      Alors le voyage est refusé: la plateforme nigérienne, sans aucune donnée

    @refus
    Scénario: d'un mouvement qui n'existe pas, rien n'est connu
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand le Togo consulte le voyage suivi d'un mouvement qui n'existe pas
      Alors aucun voyage n'est connu de cette référence

  @TRK-082
  Règle: Le voyage donne les positions et les alertes dans l'ordre où elles se sont produites

    Contexte:
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise

    @nominal
    Scénario: ce qui arrive tard est à sa place dans le voyage
      Quand la balise signale:
        | après | lieu   | vitesse |
        | 3 h   | Sokodé | 50      |
      Et la balise signale de sa mémoire:
        | après  | lieu     | vitesse |
        | 2 h 30 | Sokodé   | 55      |
        | 1 h    | Atakpamé | 55      |
        | 2 h    | Atakpamé | 0       |
      Et le Togo consulte le voyage suivi
      Alors le voyage donne ses positions dans cet ordre: "1 h, 2 h, 2 h 30, 3 h"

    @nominal
    Scénario: une alerte apprise tard est avant celles qui l'ont suivie
      Quand la balise signale:
        | après | lieu   | vitesse | scellé    | alerte                          |
        | 3 h   | Sokodé | 50      | fermé     | scellé ou balise forcé          |
      Et la balise signale de sa mémoire:
        | après | lieu     | vitesse | scellé | alerte          |
        | 1 h   | Atakpamé | 0       | fermé  | batterie faible |
      Et le Togo consulte le voyage suivi
      Alors le voyage donne ses alertes dans cet ordre: "1 h, 3 h"
      Et le voyage est dans l'ordre des faits

    @nominal
    Scénario: ce que la balise relevée gardait encore précède ce que sa relève a dit
      Étant donné une relève à la frontière, 5 heures après, par une balise "Teltonika" de la plateforme burkinabè
      Quand la balise signale:
        | après | lieu      | vitesse |
        | 6 h   | Tenkodogo | 50      |
      Et la balise relevée signale de sa mémoire:
        | après | lieu    | vitesse |
        | 4 h   | Dapaong | 50      |
        | 3 h   | Kara    | 50      |
      Et le Burkina Faso consulte le voyage suivi
      Alors le voyage donne ses positions dans cet ordre: "3 h, 4 h, 6 h"

  @TRK-083
  Règle: Le voyage est complet : chaque événement dit y figure, de toutes les plateformes et dans un seul vocabulaire

    @nominal
    Plan du Scénario: une balise <première> puis une balise <seconde>, un seul voyage
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<première>" de la plateforme togolaise
      Et une relève à la frontière, 5 heures après, par une balise "<seconde>" de la plateforme burkinabè
      Quand la balise relevée signale:
        | après | lieu     | vitesse | alerte                 |
        | 1 h   | Atakpamé | 60      |                        |
        | 3 h   | Sokodé   | 0       | scellé ou balise forcé |
      Et la balise signale:
        | après | lieu      | vitesse | alerte          |
        | 6 h   | Tenkodogo | 50      |                 |
        | 7 h   | Tenkodogo | 0       | batterie faible |
      Et le Togo consulte le voyage suivi
      Alors chaque événement dit figure au voyage, dans les mêmes mots
      Et le voyage réunit les positions de la plateforme togolaise, puis de la plateforme burkinabè

      Exemples:
        | première | seconde   |
        | Jointech | Teltonika |
        | GT06     | OsmAnd    |
        | JT/T 808 | MQTT      |

  @TRK-084
  Règle: Le voyage est donné sur demande comme un document EPCIS 2.0 valide, qui dit les mêmes faits

    @nominal
    Scénario: un voyage avec relève, positions et alertes, comme document EPCIS
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et une relève à la frontière, 5 heures après, par une balise "Teltonika" de la plateforme burkinabè
      Quand la balise relevée signale:
        | après | lieu     | vitesse | scellé    | alerte                           |
        | 1 h   | Atakpamé | 60      | fermé     |                                  |
        | 3 h   | Sokodé   | 0       | sectionné | câble du scellé sectionné        |
      Et la balise signale:
        | après | lieu      | vitesse |
        | 6 h   | Tenkodogo | 50      |
      Et le Togo consulte le voyage suivi, puis le demande comme document EPCIS
      Alors le document EPCIS est valide
      Et le document EPCIS dit les mêmes faits que le voyage

    @nominal
    Scénario: un voyage sans réception satellitaire, comme document EPCIS
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Et une dépose au bureau de sortie, 5 heures après
      Quand la balise relevée signale:
        | après | lieu   | vitesse | position |
        | 1 h   | Kara   | 50      | oui      |
        | 2 h   | Kara   | 0       | non      |
      Et le Burkina Faso consulte le voyage suivi, puis le demande comme document EPCIS
      Alors le document EPCIS est valide
      Et le document EPCIS dit les mêmes faits que le voyage

    @nominal
    Scénario: un voyage dont rien n'est encore dit, comme document EPCIS
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Quand le Togo consulte le voyage suivi, puis le demande comme document EPCIS
      Alors le document EPCIS est valide
      Et le document EPCIS dit les mêmes faits que le voyage
