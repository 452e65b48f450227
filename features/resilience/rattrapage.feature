# language: fr
@exclusif @resilience
Fonctionnalité: Rattrapage après une absence

  @DLV-006
  Règle: Ce qu'un pays n'a pas pu recevoir, il le tire dans l'ordre et sans trou

    @panne
    Plan du Scénario: <pays>, absent, tire <pages> ce qui l'attend
      Étant donné un mouvement <corridor>
      Et <pays> est injoignable
      Et le mouvement est ensuite qui a franchi toutes ses frontières
      Et un second mouvement <corridor> est annoncé
      Quand <pays> tire la suite de ce que ses livres portent, <pages>
      Alors <pays> a tiré, sans trou, tout ce qui est dans sa file
      Et les livres concordent, à ce qui attend encore près

      Exemples:
        | pays            | corridor                           | pages     |
        | le Niger        | de Lomé à Niamey par Téra          | 2 par 2   |
        | le Burkina Faso | de Lomé à Ouagadougou par Cinkansé | 1 par 1   |
        | le Mali         | de Lomé à Bamako par Hérémakono    | 50 par 50 |

    @DLV-007 @panne
    Scénario: ce que le Niger a tiré et confirmé ne lui est pas remis à son retour
      Étant donné un mouvement de Lomé à Niamey par Kantchari
      Et le Niger est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Niger tire la suite de ce que ses livres portent
      Quand le Niger est de nouveau joignable
      Alors aucune remise sur ce mouvement n'est tentée vers le Niger
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-007 @panne
    Scénario: ce que le Niger a tiré sans le confirmer lui est remis encore
      Étant donné un mouvement de Lomé à Niamey par Kantchari
      Et le Niger est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Niger tire ses messages depuis le début
      Quand le Niger est de nouveau joignable
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-020 @panne
    Scénario: le hub tué entre deux pages, le tirage reprend où il en était
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Togo enregistre la sortie
      Et le Burkina Faso lit une page de 1 message
      Et le hub est arrêté brutalement, puis relancé
      Quand le Burkina Faso tire la suite de ce que ses livres portent, 1 par 1
      Alors le Burkina Faso a tiré, sans trou, tout ce qui est dans sa file
      Et les livres concordent, à ce qui attend encore près

  @DLV-018
  Règle: Ce qu'un pays coupé n'a pu déposer à temps est pris et marqué tardif

    @LED-009 @horloge @panne
    Scénario: coupé quatre jours, le Togo dépose à son retour la mainlevée d'alors
      Étant donné un mouvement de Lomé à Niamey par Téra, annoncé
      Et la mainlevée reste en chemin
      Et 4 jours passent
      Quand la mainlevée restée en chemin arrive enfin
      Alors chaque remise porte la marque tardif
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-017 @horloge @panne
    Scénario: déposée à temps, la mainlevée remise après quatre jours d'absence n'est pas tardive
      Étant donné un mouvement de Lomé à Niamey par Téra, annoncé
      Et le Niger a annoncé une indisponibilité de 5 jours
      Et le bureau de départ accorde la mainlevée
      Quand 6 jours passent
      Alors aucune remise ne porte la marque tardif
      Et les livres concordent: rien n'est perdu, rien n'est en double
