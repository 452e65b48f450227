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
