# language: fr
Fonctionnalité: Données de référence et indisponibilités

  @REF-001
  Règle: Ce qu'un pays publie est connu de tous les autres

    @nominal
    Scénario: un jour férié publié par le Niger est connu des trois autres pays
      Quand le Niger publie un jour férié qui prend effet dans 2 jours
      Alors l'avis de données de référence est remis exactement à: Togo, Burkina Faso, Mali

  @REF-002 @horloge
  Règle: Une donnée publiée se consulte avec sa version à sa date d'effet

    @nominal
    Scénario: avant sa date d'effet, le jour férié n'est pas publié
      Étant donné que le Mali publie un jour férié qui prend effet dans 2 jours
      Quand 47 heures passent
      Alors le jour férié n'est pas encore publié

    @nominal
    Scénario: après sa date d'effet, le jour férié se consulte
      Étant donné que le Mali publie un jour férié qui prend effet dans 2 jours
      Quand 3 jours passent
      Alors le jour férié est publié avec sa version

  @REF-005 @exclusif
  Règle: Pendant une indisponibilité annoncée, aucune remise n'est tentée

    @panne
    Scénario: pendant deux heures d'arrêt, rien n'est présenté au Burkina Faso
      Étant donné que le Burkina Faso a annoncé une indisponibilité de 2 heures
      Et un mouvement de Lomé à Bamako par Koury
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors le Mali a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et aucune remise sur ce mouvement n'est tentée vers le Burkina Faso

  @REF-006 @exclusif @horloge
  Règle: À la fin de l'indisponibilité, la file est remise dans l'ordre

    @nominal
    Scénario: le Burkina Faso revenu reçoit l'avis, la mainlevée et le passage
      Étant donné que le Burkina Faso a annoncé une indisponibilité de 2 heures
      Et un mouvement de Lomé à Bamako par Koury
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Togo enregistre la sortie
      Quand 3 heures passent
      Et l'indisponibilité du Burkina Faso est finie
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de passage

  @REF-007 @lecture-seule
  Règle: Les données de référence se consultent

    @nominal
    Scénario: le Mali lit les données de tous
      Quand le Mali consulte les données de référence
      Alors il lit bureaux, itinéraires, jours fériés, indisponibilités et versions, dont le bureau TG0LOM1 et l'itinéraire de Lomé à Ouagadougou par Cinkansé

  @REF-003 @horloge
  Règle: Une nouvelle version remplace les données de ce genre de ce pays, et elles seules

    @nominal
    Scénario: le second jour férié du Mali remplace le premier
      Étant donné que le Mali publie le jour férié "Fête fictive du riz", qui prend effet dans 2 jours
      Et 3 jours passent
      Et le Mali publie le jour férié "Fête fictive du mil", qui prend effet dans 2 jours
      Quand 3 jours passent
      Alors le jour férié "Fête fictive du mil" du Mali est publié
      Et le jour férié "Fête fictive du riz" du Mali n'est plus publié

    @nominal
    Scénario: le jour férié du Niger survit à celui du Mali
      Étant donné que le Niger publie le jour férié "Fête fictive du bétail", qui prend effet dans 2 jours
      Et 3 jours passent
      Et le Mali publie le jour férié "Fête fictive du coton", qui prend effet dans 2 jours
      Quand 3 jours passent
      Alors le jour férié "Fête fictive du bétail" du Niger est publié

  @REF-004 @horloge
  Règle: Un bureau publié sert à sa date d'effet, pas avant

    @refus
    Scénario: une heure avant sa date d'effet, le bureau est inconnu
      Étant donné que le Burkina Faso publie le bureau BF0FIC3, qui prend effet dans 2 jours
      Et 47 heures passent
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, dont le bureau de destination est BF0FIC3
      Quand le bureau de départ annonce le mouvement
      Alors le message est refusé au dépôt: UNKNOWN_OFFICE à /payload/itinerary/legs/3/office

    @nominal
    Scénario: une heure après sa date d'effet, le bureau est une destination
      Étant donné que le Burkina Faso publie le bureau BF0FIC4, qui prend effet dans 2 jours
      Et 49 heures passent
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, dont le bureau de destination est BF0FIC4
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté
      Et le mouvement est dans l'état "enregistré"

    @nominal
    Scénario: jusqu'à la date d'effet, les bureaux d'avant servent
      Étant donné que le Burkina Faso publie le bureau BF0FIC5, qui prend effet dans 2 jours
      Et 49 heures passent
      Et le Burkina Faso publie ses bureaux sans le bureau fictif, ce qui prend effet dans 2 jours
      Et 47 heures passent
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, dont le bureau de destination est BF0FIC5
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté

  @REF-010 @lecture-seule
  Règle: L'itinéraire et les bureaux des corridors convenus sont publiés

    @nominal
    Plan du Scénario: le Togo lit le corridor <corridor>
      Quand le Togo consulte les données de référence
      Alors il lit l'itinéraire <corridor> et ses bureaux publiés, dans l'ordre: <bureaux>

      Exemples:
        | corridor                           | bureaux                                              |
        | de Lomé à Ouagadougou par Cinkansé | TG0LOM1, TG0CIN1, BF0CIN1, BF0OUA1                   |
        | de Ouagadougou à Lomé par Cinkansé | BF0OUA1, BF0CIN1, TG0CIN1, TG0LOM1                   |
        | de Lomé à Bamako par Koury         | TG0LOM1, TG0CIN1, BF0CIN1, BF0FAR1, ML0KOU1, ML0BAM1 |
        | de Lomé à Niamey par Kantchari     | TG0LOM1, TG0CIN1, BF0CIN1, BF0KAN1, NE0TOR1, NE0NIA1 |
        | de Ouagadougou à Niamey par Téra   | BF0OUA1, BF0DOR1, NE0TER1, NE0NIA1                   |

  @REF-006 @exclusif @horloge
  Règle: Un pays revenu plus tôt qu'annoncé reçoit sa file à son retour

    @nominal
    Scénario: deux jours d'arrêt annoncés, le Burkina Faso revient dans l'heure
      Étant donné que le Burkina Faso a annoncé une indisponibilité de 2 jours
      Et un mouvement de Lomé à Bamako par Koury
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Burkina Faso a annoncé une indisponibilité de 1 min
      Quand 1 heure passe
      Et l'indisponibilité du Burkina Faso est finie
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée
