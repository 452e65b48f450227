# language: fr
@resilience
Fonctionnalité: Le hub tué au milieu du trafic

  @DLV-020 @exclusif
  Règle: Ce que le hub a accusé n'est ni perdu ni fait deux fois, où que la mort le prenne

    @panne
    Plan du Scénario: tué <moment>, il reprend, et les quatre camions sont apurés
      Étant donné 4 camions de Lomé à Niamey par Téra
      Et que le hub sera arrêté brutalement, puis relancé, <moment>
      Quand chaque pays dépose ses messages, et les répète jusqu'à leur réponse: chaque camion est apuré
      Alors chaque dépôt est accepté
      Et le registre donne chaque camion "apuré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | moment                               |
        | à la 1re réponse                     |
        | à la 14e réponse                     |
        | à la 30e réponse                     |
        | à la 1re remise                      |
        | à la 25e remise                      |
        | à la 2e remise, deux fois de suite   |
        | à la 3e réponse, trois fois de suite |

    @KEY-002 @panne
    Plan du Scénario: tué sans que sa réponse soit venue, il ne fait <message> qu'une fois
      Étant donné un mouvement de Lomé à Niamey par Kantchari, <étape>
      Quand le bureau compétent dépose <message>, la réponse du hub se perd, et il est arrêté brutalement à l'instant même, puis relancé
      Alors chaque dépôt est accepté
      Et <message> parvient exactement à: <informés>, une seule fois en effet
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | message          | étape                               | informés            |
        | la mainlevée     | annoncé                             | Burkina Faso, Niger |
        | l'avis d'arrivée | qui a franchi toutes ses frontières | Togo, Burkina Faso  |
        | l'apurement      | contrôlé conforme                   | Burkina Faso, Niger |

    @panne
    Scénario: tué quand le Niger est absent, il garde ce qui l'attend
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Togo enregistre la sortie
      Et le hub est arrêté brutalement, puis relancé
      Et le Burkina Faso enregistre l'entrée
      Quand le Niger est de nouveau joignable
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de passage, l'avis de passage
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: mort longtemps, il trouve à son retour les messages que les pays ont gardés
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le hub est arrêté brutalement
      Et le bureau compétent tente de déposer l'avis de passage
      Et le hub est relancé
      Quand chaque message sans réponse est répété, inchangé, jusqu'à sa réponse
      Alors chaque dépôt est accepté
      Et l'avis de passage est remis exactement à: Burkina Faso
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: tué deux fois de suite sans que rien ne se passe, il ne remet rien de plus
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et la file des remises est vide
      Quand le hub est arrêté brutalement, puis relancé, 2 fois de suite
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et le Mali a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et les livres concordent: rien n'est perdu, rien n'est en double

  @DLV-020 @DLV-001 @exclusif
  Règle: Une remise reprise après la mort du hub est la même: mêmes octets, même curseur

    @panne
    Scénario: le Burkina Faso a pris le message, le hub meurt avant de le savoir
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso enregistre le message mais sa réponse se perd à la prochaine remise
      Et le bureau de départ annonce le mouvement
      Et le hub est arrêté brutalement, puis relancé
      Quand les nouveaux essais de remise ont eu lieu
      Alors tous les destinataires reçoivent les octets déposés
      Et le Burkina Faso a reçu 1 remises, aux curseurs qui se suivent sans trou
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: les curseurs se suivent par-delà trois vies du hub
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et le hub est arrêté brutalement, puis relancé
      Et le bureau de départ accorde la mainlevée
      Et la file des remises est vide
      Et le hub est arrêté brutalement, puis relancé
      Quand le Togo enregistre la sortie
      Alors le Burkina Faso a reçu 3 remises, aux curseurs qui se suivent sans trou
      Et les livres concordent: rien n'est perdu, rien n'est en double

  @DLV-002 @exclusif @horloge
  Règle: Les essais ne recommencent pas au premier quand le hub renaît

    @DLV-020 @panne
    Scénario: après quelques essais et la mort du hub, les suivants portent la suite
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso se dit momentanément indisponible à chaque remise
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 8 s
      Et le hub est arrêté brutalement, puis relancé
      Quand le Burkina Faso est de nouveau joignable
      Alors les numéros des essais au Burkina Faso se suivent, sans jamais recommencer
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-022 @panne
    Scénario: les pauses d'avant la mort du hub restent celles d'après
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 16 min
      Et le hub est arrêté brutalement, puis relancé
      Quand le temps passe, de pause en pause, entre les essais de remise au Burkina Faso: 900, 900 s
      Alors chaque essai au Burkina Faso vient à la fin de sa pause, aucun avant

  @RES-004 @exclusif @horloge
  Règle: Un délai qui échoit quand le hub meurt prend effet à son retour, une fois

    @panne
    Scénario: tué au premier des retards, il signale aussi les autres
      Étant donné un convoi de 3 camions de Lomé à Ouagadougou par Cinkansé, qui ont franchi toutes leurs frontières
      Quand le délai de route de tous expire, et le hub est arrêté brutalement au premier constat, puis relancé
      Alors le registre donne chaque camion "en retard"
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: tué à la première demande, il demande aussi le second mouvement
      Étant donné un premier mouvement de Lomé à Ouagadougou par Cinkansé où la mainlevée manque, et un second dont le passage est en avance
      Quand le hub est arrêté brutalement dès la première remise, pendant que 20 min passent, puis relancé
      Alors le hub demande le premier mouvement, puis le second

  @DLV-020 @exclusif
  Règle: Le hub renaît avec tout ce qu'il savait

    @KEY-003 @panne
    Scénario: un identifiant déjà pris avant la mort du hub reste pris
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et le bureau compétent envoie la mainlevée
      Et le hub est arrêté brutalement, puis relancé
      Quand le même identifiant sert à un autre message: l'avis d'arrivée
      Alors le message est refusé comme doublon: DUPLICATE_ID à /messageId
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-009 @DLV-011 @horloge @panne
    Scénario: une lettre morte d'avant est remise de nouveau après
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 73 h
      Et le hub est arrêté brutalement, puis relancé
      Et le Burkina Faso est de nouveau joignable
      Quand le Togo demande une nouvelle remise des lettres mortes du Burkina Faso
      Alors l'avis de transit est remis exactement à: Burkina Faso
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-018 @panne
    Scénario: ce qui était tardif avant l'est encore après
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso est injoignable
      Et le bureau de départ annonce le mouvement par un message rédigé 73 h plus tôt
      Et le hub est arrêté brutalement, puis relancé
      Quand le Burkina Faso est de nouveau joignable
      Alors chaque remise porte la marque tardif
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @GUA-003 @panne
    Scénario: une somme affectée avant reste affectée après
      Étant donné une garantie de 5 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ affecte 2 000 000 FCFA au mouvement
      Et la file des remises est vide
      Quand le hub est arrêté brutalement, puis relancé
      Alors le registre publie 3 000 000 FCFA disponibles sur 5 000 000 FCFA
      Et les livres concordent: rien n'est perdu, rien n'est en double
