# language: fr
Fonctionnalité: Messages tardifs

  @DLV-018
  Règle: Un message de plus de 72 h est traité et marqué tardif, jamais refusé pour son âge

    @panne
    Plan du Scénario: un avis rédigé <âge> plus tôt est accepté et marqué
      Étant donné un mouvement de Lomé à Bamako par Koury
      Quand le bureau de départ annonce le mouvement par un message rédigé <âge> plus tôt
      Alors le message est accepté
      Et le mouvement est dans l'état "enregistré"
      Et chaque remise porte la marque tardif

      Exemples:
        | âge      |
        | 73 h     |
        | 40 jours |

    @panne
    Scénario: le message tardif est un constat du registre, et personne n'en reçoit l'avis
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement par un message rédigé 73 h plus tôt
      Alors un constat "message tardif" est au registre et n'est remis à personne

    @exclusif @panne
    Scénario: la marque tardif se lit aussi au tirage
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement par un message rédigé 73 h plus tôt
      Quand le Burkina Faso tire ses messages depuis le début
      Alors le message tiré par le Burkina Faso porte la marque tardif

  @DLV-019
  Règle: Un message reçu à temps n'est pas marqué tardif

    @nominal
    Scénario: un avis rédigé 71 h plus tôt n'est pas marqué
      Étant donné un mouvement de Lomé à Bamako par Koury
      Quand le bureau de départ annonce le mouvement par un message rédigé 71 h plus tôt
      Alors aucune remise ne porte la marque tardif

  @LED-009
  Règle: Un événement tardif est marqué tardif au registre

    @panne
    Scénario: l'annonce rédigée 73 h plus tôt est marquée au registre
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement par un message rédigé 73 h plus tôt
      Alors l'événement au registre porte la marque tardif

    @nominal
    Scénario: l'annonce rédigée 71 h plus tôt ne l'est pas
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement par un message rédigé 71 h plus tôt
      Alors l'événement au registre ne porte pas la marque tardif
