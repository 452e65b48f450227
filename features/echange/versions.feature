# language: fr
Fonctionnalité: Versions du mouvement et versions manquantes

  @ORD-001
  Règle: La version du mouvement augmente de 1 à chaque message du pays de départ

    @nominal
    Plan du Scénario: la version d'un mouvement <étape> est <version>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Quand le Burkina Faso consulte le mouvement
      Alors la version du mouvement est <version>

      Exemples:
        | étape                               | version |
        | qui a franchi toutes ses frontières | 2       |
        | apuré                               | 3       |

  @ORD-002
  Règle: Un message dont la version saute un numéro attend

    @panne
    Scénario: l'avis modifié attend la mainlevée restée en chemin
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Quand le bureau de départ modifie le conducteur dans son avis
      Alors le message est accepté
      Et la version du mouvement est 1
      Et l'avis en vigueur est celui d'origine
      Et aucune administration n'est informée

  @ORD-003
  Règle: La version manquante arrivée, tout prend effet et part dans l'ordre des versions

    @panne
    Scénario: le Burkina Faso reçoit la mainlevée, puis l'avis modifié
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Et le bureau de départ modifie le conducteur dans son avis
      Quand la mainlevée restée en chemin arrive enfin
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de transit
      Et la version du mouvement est 3
      Et l'avis en vigueur est l'avis modifié

  @ORD-008 @ERR-015
  Règle: Une version déjà atteinte est refusée

    @refus
    Plan du Scénario: la version 2 étant atteinte, refus de la version <version> pour <message>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand le bureau de départ envoie <message> sous la version <version>
      Alors le message est refusé au vu du mouvement: VERSION_OUT_OF_ORDER à /movementVersion
      Et le mouvement n'a pas changé

      Exemples:
        | message      | version | état                 |
        | l'annulation | 1       | "mainlevée accordée" |
        | l'annulation | 2       | "mainlevée accordée" |
        | l'apurement  | 2       | "contrôlé conforme"  |

  @ORD-014
  Règle: Un message en attente déposé deux fois ne prend effet qu'une fois

    @panne
    Scénario: l'avis modifié, répété pendant qu'il attend la mainlevée, n'est compté et remis qu'une fois
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Et le bureau de départ modifie le conducteur dans son avis
      Et le dernier message est déposé 1 fois de plus, sans rien y changer
      Quand la mainlevée restée en chemin arrive enfin
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de transit
      Et le registre compte 3 événements
      Et la version du mouvement est 3

  @ORD-004 @horloge
  Règle: Cinq minutes après un trou de version, le hub demande le mouvement au pays de départ

    @panne
    Scénario: la mainlevée manquant toujours, le hub demande le mouvement au Togo
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Et le bureau de départ modifie le conducteur dans son avis
      Quand 6 min passent
      Alors le hub demande le mouvement entier au Togo

    @panne
    Scénario: avant cinq minutes, le hub attend
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Et le bureau de départ modifie le conducteur dans son avis
      Quand 4 min passent
      Alors le hub n'a encore rien demandé

  @ORD-009 @horloge
  Règle: Un trou de version qui dure est signalé au pays de départ

    @panne
    Scénario: le Togo apprend que la version 2 manque
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Et le bureau de départ modifie le conducteur dans son avis
      Quand 6 min passent
      Alors un constat "version manquante" est remis exactement à: Togo

    @nominal
    Scénario: un trou comblé avant cinq minutes n'est pas signalé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Et le bureau de départ modifie le conducteur dans son avis
      Et la mainlevée restée en chemin arrive enfin
      Quand 6 min passent
      Alors aucun constat n'est émis

  @ORD-011
  Règle: Un trou ou une avance ne retarde pas les autres mouvements

    @panne
    Scénario: le premier mouvement attend sa mainlevée, le second est annoncé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Et le bureau de départ modifie le conducteur dans son avis
      Quand un second mouvement de Lomé à Ouagadougou par Cinkansé est annoncé
      Alors le mouvement est dans l'état "enregistré"
      Et les administrations informées sont exactement: Burkina Faso

    @panne
    Scénario: le premier mouvement a un passage en avance, le second est annoncé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso enregistre l'entrée
      Quand un second mouvement de Lomé à Ouagadougou par Cinkansé est annoncé
      Alors le mouvement est dans l'état "enregistré"
      Et les administrations informées sont exactement: Burkina Faso

  @ORD-002
  Règle: Seul le pays de départ compte les versions

    @panne
    Scénario: l'annulation qu'un voisin s'est vu refuser ne comble pas la version qui manque
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Burkina Faso envoie l'annulation à la place du bureau compétent, sous la version 3
      Quand le bureau de départ envoie l'annulation sous la version 4
      Alors le message est accepté
      Et la version du mouvement est 2
      Et aucune administration n'est informée
