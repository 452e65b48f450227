# language: fr
Fonctionnalité: Versions, trous et messages en avance

  @ORD-001
  Règle: La version du mouvement augmente de 1 à chaque message du pays de départ

    @nominal
    Plan du Scénario: la version d'un mouvement <étape> est <version>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Quand le Burkina Faso consulte le mouvement
      Alors la version du mouvement est <version>

      Exemples:
        | étape                               | version |
        | annoncé                             | 1       |
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

    @panne
    Scénario: une annulation qui saute un numéro n'a pas encore d'effet
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Quand l'annulation est envoyée
      Alors le mouvement est dans l'état "enregistré"
      Et le registre compte 1 événement

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

  @ORD-004 @exclusif @horloge
  Règle: Cinq minutes après un trou, le hub demande le mouvement au pays de départ

    @panne
    Scénario: la mainlevée n'est toujours pas là
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

  @ORD-005
  Règle: Un passage ou une arrivée en avance sur l'avis de transit attend

    @panne
    Plan du Scénario: <message> en avance n'est ni refusé, ni remis
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand <message> est envoyé
      Alors le message est accepté
      Et le mouvement est inconnu du registre
      Et aucune administration n'est informée

      Exemples:
        | message           |
        | l'avis de passage |
        | l'avis d'arrivée  |

    @panne
    Scénario: un passage enregistré avant la mainlevée attend aussi
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le Burkina Faso enregistre l'entrée
      Alors le message est accepté
      Et le mouvement est dans l'état "enregistré"
      Et aucune administration n'est informée

  @ORD-006
  Règle: L'avis et la mainlevée arrivés, les messages en avance prennent effet

    @panne
    Scénario: l'entrée au Burkina Faso, reçue la première, prend sa place
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso enregistre l'entrée
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors le mouvement est dans l'état "en transit"
      Et l'avis de passage est remis exactement à: Togo
      Et le registre compte 3 événements

    @panne
    Scénario: l'arrivée reçue la première fait arriver le mouvement
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le bureau de destination annonce l'arrivée
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors le mouvement est dans l'état "arrivé"
      Et l'avis d'arrivée est remis exactement à: Togo, Burkina Faso

  @ORD-007 @exclusif @horloge
  Règle: Quinze minutes après un message en avance, le hub demande le mouvement au pays de départ

    @panne
    Plan du Scénario: <message> attend depuis plus de quinze minutes
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et <message> est envoyé
      Quand 16 min passent
      Alors le hub demande le mouvement entier au Togo

      Exemples:
        | message           |
        | l'avis de passage |
        | l'avis d'arrivée  |

    @panne
    Scénario: avant quinze minutes, le hub attend
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et l'avis d'arrivée est envoyé
      Quand 14 min passent
      Alors le hub n'a encore rien demandé
