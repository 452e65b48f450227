# language: fr
@exclusif @resilience
Fonctionnalité: Des pays s'absentent et reviennent

  @DLV-017
  Règle: Un pays absent retrouve à son retour tout ce qui le concerne, dans l'ordre et une fois

    @DLV-003 @panne
    Plan du Scénario: <pays>, absent pendant que le camion <fait>, retrouve tout à son retour
      Étant donné un mouvement <corridor>, <avant>
      Et <pays> est injoignable
      Et le mouvement est ensuite <après>
      Quand <pays> est de nouveau joignable
      Alors <pays> a reçu dans l'ordre: <reçus>
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | pays            | fait                   | corridor                           | avant                               | après                               | reçus                                                                                    |
        | le Togo         | arrive et est contrôlé | de Lomé à Ouagadougou par Cinkansé | qui a franchi toutes ses frontières | contrôlé conforme                   | l'avis de passage, l'avis d'arrivée, le résultat du contrôle                             |
        | le Burkina Faso | part                   | de Lomé à Bamako par Koury         | annoncé                             | dont la mainlevée est accordée      | l'avis de transit, la mainlevée                                                          |
        | le Mali         | passe deux frontières  | de Lomé à Bamako par Hérémakono    | dont la mainlevée est accordée      | qui a franchi toutes ses frontières | l'avis de transit, la mainlevée, l'avis de passage, l'avis de passage, l'avis de passage |
        | le Niger        | est annoncé puis part  | de Lomé à Niamey par Kantchari     | annoncé                             | dont la mainlevée est accordée      | l'avis de transit, la mainlevée                                                          |

    @panne
    Plan du Scénario: <un> et <autre> absents ensemble, chacun retrouve les siens
      Étant donné un mouvement <corridor>, <avant>
      Et <un> est injoignable
      Et <autre> est injoignable
      Et le bureau compétent envoie <message>
      Et <autre> est de nouveau joignable
      Quand <un> est de nouveau joignable
      Alors <message> <remis> exactement à: <informés>
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | un              | autre           | corridor                        | avant                               | message           | informés            | remis      |
        | le Burkina Faso | le Niger        | de Lomé à Niamey par Téra       | annoncé                             | la mainlevée      | Burkina Faso, Niger | est remise |
        | le Burkina Faso | le Mali         | de Lomé à Bamako par Koury      | contrôlé conforme                   | l'apurement       | Burkina Faso, Mali  | est remis  |
        | le Togo         | le Burkina Faso | de Lomé à Niamey par Kantchari  | qui a franchi toutes ses frontières | l'avis d'arrivée  | Togo, Burkina Faso  | est remis  |
        | le Togo         | le Niger        | de Lomé à Niamey par Téra       | contrôlé conforme                   | l'apurement       | Burkina Faso, Niger | est remis  |
        | le Togo         | le Mali         | de Lomé à Bamako par Hérémakono | dont la mainlevée est accordée      | l'avis de passage | Burkina Faso, Mali  | est remis  |

    @panne
    Scénario: le Mali et le Niger absents ensemble: chacun sa route, chacun ses messages
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le Mali est injoignable
      Et le Niger est injoignable
      Et le bureau de départ annonce le mouvement
      Et un second mouvement de Lomé à Niamey par Téra est annoncé
      Et le Niger est de nouveau joignable
      Quand le Mali est de nouveau joignable
      Alors l'avis de transit est remis exactement à: Burkina Faso, Niger
      Et le Mali a reçu 1 remises, aux curseurs qui se suivent sans trou
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: absent deux fois de suite, le Niger ne reçoit rien deux fois
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger est injoignable
      Et le bureau de départ annonce le mouvement
      Et le Niger est de nouveau joignable
      Et le Niger est injoignable
      Et le bureau de départ accorde la mainlevée
      Quand le Niger est de nouveau joignable
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et le Niger a reçu 2 remises, aux curseurs qui se suivent sans trou
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-004 @panne
    Plan du Scénario: le Niger <panne> à chaque remise, puis se reprend
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger <panne> à chaque remise
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Quand le Niger est de nouveau joignable
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | panne                                         |
        | se dit momentanément indisponible             |
        | répond par une erreur interne                 |
        | coupe la liaison sans répondre                |
        | enregistre le message mais sa réponse se perd |

    @DLV-009 @horloge @panne
    Scénario: absent 71 h, le Burkina Faso revient juste à temps
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 71 h
      Et le bureau de départ accorde la mainlevée
      Quand le Burkina Faso est de nouveau joignable
      Alors il n'y a aucune lettre morte du Burkina Faso
      Et le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-012 @horloge @panne
    Scénario: absent 73 h, le Burkina Faso tire à son retour ce qui était mort
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 73 h
      Quand le Burkina Faso revient et tire ses messages depuis le début
      Alors il n'y a aucune lettre morte du Burkina Faso
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-020 @panne
    Scénario: le hub meurt au retour même du Niger
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Quand le Niger revient, et le hub est arrêté brutalement dès la première remise, puis relancé
      Alors le Niger a pris 2 messages, chacun une fois en effet
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @REF-005 @horloge @panne
    Scénario: une indisponibilité annoncée survit à la mort du hub
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso a annoncé une indisponibilité de 2 heures
      Et le bureau de départ annonce le mouvement
      Et le hub est arrêté brutalement, puis relancé
      Quand 1 heure passe
      Alors aucune remise sur ce mouvement n'est tentée vers le Burkina Faso
