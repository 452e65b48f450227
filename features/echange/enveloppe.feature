# language: fr
Fonctionnalité: Enveloppe, accusé de réception et texte

  @ENV-001 @ENV-002 @ENV-003
  Règle: Chaque message complet est accepté et son accusé le désigne

    @nominal
    Plan du Scénario: <message>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Quand <message> est envoyé
      Alors le message est accepté
      Et l'accusé de réception nomme le message et son empreinte

      Exemples:
        | message                 | étape                               |
        | la mainlevée            | annoncé                             |
        | l'annulation            | annoncé                             |
        | l'avis de passage       | dont la mainlevée est accordée      |
        | l'avis d'incident       | dont la mainlevée est accordée      |
        | l'avis d'arrivée        | qui a franchi toutes ses frontières |
        | le résultat du contrôle | arrivé à destination                |
        | l'apurement             | contrôlé conforme                   |

  @ENV-005
  Règle: Chaque réponse et chaque refus désignent le message auquel ils répondent

    @refus
    Scénario: le refus d'un message fautif
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un avis de transit sans destinataire est déposé
      Alors le refus désigne le message refusé

    @refus
    Scénario: le refus d'un message que l'état du mouvement n'admet pas
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand l'apurement est envoyé
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType

    @nominal
    Scénario: la réponse du hub à une demande de renseignement
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le Burkina Faso demande au hub ce qu'il sait du mouvement
      Alors le demandeur apprend que le mouvement est dans l'état "mainlevée accordée", avec 2 événements

  @ENV-006 @TST-002 @TIM-001
  Règle: Ce que le hub compose est conforme, marqué comme essai et daté en temps universel

    @refus
    Scénario: ses refus
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand l'apurement est envoyé
      Alors les messages que le hub a composés sont conformes

    @panne
    Scénario: ses constats
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le bureau de destination annonce l'arrivée
      Alors les messages que le hub a composés sont conformes

    @nominal
    Scénario: ses réponses aux demandes
      Étant donné un mouvement de Lomé à Niamey par Téra, arrivé à destination
      Quand le Niger demande au hub ce qu'il sait du mouvement
      Alors les messages que le hub a composés sont conformes

  @ENV-007 @ENV-004
  Règle: Un texte accentué ou d'une autre écriture est remis sans altération

    @nominal
    Plan du Scénario: un nom <écriture>
      Étant donné un mouvement de Lomé à Niamey par Kantchari dont le destinataire est "<nom>"
      Quand le bureau de départ annonce le mouvement
      Alors chaque administration informée lit "<nom>" comme destinataire
      Et tous les destinataires reçoivent les octets déposés

      Exemples:
        | écriture                       | nom                                      |
        | accentué en français           | Établissements Noël Traoré, Gaïa & Cœur  |
        | en lettres du hausa et du peul | Ɓakin Ƙogi Ɗan Ŋari                      |
        | en arabe                       | شركة النقل الخيالية                      |
        | hors du plan de base           | Société fictive 𝄞 𐤀                      |
