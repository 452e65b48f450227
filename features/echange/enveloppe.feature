# language: fr
Fonctionnalité: Enveloppe et accusé de réception

  @ENV-001 @ENV-002 @ENV-003
  Règle: Chaque message complet est accepté et son accusé le désigne

    @nominal
    Plan du Scénario: le hub accepte <message> et en accuse réception
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Quand le bureau compétent envoie <message>
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
  Règle: Un refus désigne le message refusé

    @refus
    Scénario: le refus au dépôt désigne l'avis incomplet
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le hub reçoit un avis de transit sans destinataire des marchandises (without-consignee)
      Alors le refus désigne le message refusé
