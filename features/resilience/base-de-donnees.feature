# language: fr
@exclusif @sur-mesure @base-distante @resilience
Fonctionnalité: La base de données du hub tombe, ralentit et revient

  @RES-001
  Règle: Ce qui ne peut être enregistré n'est jamais accusé, et le hub n'affirme rien qu'il ne peut lire

    @RES-002 @panne
    Plan du Scénario: <message> attend que la base, dont la liaison <panne>, revienne
      Étant donné un hub dont la base de données peut tomber
      Et un mouvement de Lomé à Niamey par Téra, <étape>
      Et la liaison du hub à sa base de données <panne>
      Et le bureau compétent tente de déposer <message>
      Et la base de données est de nouveau là
      Quand chaque message sans réponse est répété, inchangé, jusqu'à sa réponse
      Alors pendant la panne, le hub n'a rien accusé ni rien affirmé: il s'est dit indisponible
      Et <message> <remis> exactement à: Burkina Faso, Niger
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | message      | remis      | étape             | panne                  |
        | la mainlevée | est remise | annoncé           | est coupée             |
        | l'apurement  | est remis  | contrôlé conforme | rompt chaque connexion |

    @panne
    Scénario: pendant la coupure, ni registre ni tirage n'inventent de réponse
      Étant donné un hub dont la base de données peut tomber
      Et un mouvement de Lomé à Niamey par Téra, annoncé
      Et la liaison du hub à sa base de données est coupée
      Quand le Togo tente de lire le registre
      Et le Niger tente de tirer ses messages
      Et la base de données est de nouveau là
      Alors pendant la panne, le hub n'a rien accusé ni rien affirmé: il s'est dit indisponible
      Et le mouvement est dans l'état "enregistré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @RES-003 @TIM-002 @panne
    Scénario: la base muette plus longtemps que le hub ne l'attend: il se dit indisponible, et reprend
      Étant donné un hub dont la base de données peut tomber, et qui n'attend sa réponse que 500 ms
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la liaison du hub à sa base de données est muette
      Et le bureau compétent tente de déposer la mainlevée
      Et un pays lit la santé du hub
      Et la base de données est de nouveau là
      Quand chaque message sans réponse est répété, inchangé, jusqu'à sa réponse
      Alors pendant la panne, le hub n'a rien accusé ni rien affirmé: il s'est dit indisponible
      Et chaque dépôt a reçu sa réponse en moins de 30 s
      Et la mainlevée est remise exactement à: Burkina Faso
      Et les livres concordent: rien n'est perdu, rien n'est en double

  @RES-002
  Règle: Répété après la panne, un dépôt prend effet une seule fois

    @panne
    Scénario: la base muette, le dépôt reste en suspens, puis se répète
      Étant donné un hub dont la base de données peut tomber
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la liaison du hub à sa base de données est muette
      Et le bureau compétent dépose la mainlevée, et le hub tarde à répondre
      Et la base de données est de nouveau là
      Quand chaque message sans réponse est répété, inchangé, jusqu'à sa réponse
      Alors la mainlevée est remise exactement à: Burkina Faso
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Plan du Scénario: la base tombe <moment>, au milieu du trafic de quatre camions
      Étant donné un hub dont la base de données peut tomber
      Et 4 camions de Lomé à Niamey par Kantchari
      Et la base de données tombera <moment>, le temps de 3 refus du hub
      Quand chaque pays dépose ses messages, et les répète jusqu'à leur réponse: chaque camion est apuré
      Alors chaque dépôt est accepté
      Et le registre donne chaque camion "apuré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | moment           |
        | à la 5e réponse  |
        | à la 21e réponse |
        | à la 12e remise  |

    @DLV-020 @panne
    Scénario: le hub tué pendant que sa base est muette: rien n'était accusé, tout se répète
      Étant donné un hub dont la base de données peut tomber
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la liaison du hub à sa base de données est muette
      Et le bureau compétent dépose la mainlevée, et le hub tarde à répondre
      Et le hub est arrêté brutalement
      Et la base de données est de nouveau là
      Et le hub est relancé
      Quand chaque message sans réponse est répété, inchangé, jusqu'à sa réponse
      Alors la mainlevée est remise exactement à: Burkina Faso
      Et les livres concordent: rien n'est perdu, rien n'est en double

  @RES-003
  Règle: La base revenue, le hub reprend de lui-même

    @panne
    Scénario: les remises qui attendaient un pays absent reprennent
      Étant donné un hub dont la base de données peut tomber
      Et un mouvement de Lomé à Niamey par Téra
      Et le Niger est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et la liaison du hub à sa base de données est coupée
      Et la base de données est de nouveau là
      Quand le Niger est de nouveau joignable
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: la base tombée deux fois, le hub reprend deux fois
      Étant donné un hub dont la base de données peut tomber
      Et un mouvement de Lomé à Bamako par Koury, annoncé
      Et la liaison du hub à sa base de données est coupée
      Et le bureau compétent tente de déposer la mainlevée
      Et la base de données est de nouveau là
      Et chaque message sans réponse est répété, inchangé, jusqu'à sa réponse
      Et la liaison du hub à sa base de données rompt chaque connexion
      Et le bureau compétent tente de déposer l'avis de passage
      Et la base de données est de nouveau là
      Quand chaque message sans réponse est répété, inchangé, jusqu'à sa réponse
      Alors le Mali a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de passage
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @TIM-002 @panne
    Plan du Scénario: la base dont la liaison <panne> ne fait rien perdre, et chaque réponse vient à temps
      Étant donné un hub dont la base de données peut tomber
      Et 2 camions de Lomé à Ouagadougou par Cinkansé
      Et la liaison du hub à sa base de données <panne>
      Quand chaque pays dépose ses messages, et les répète jusqu'à leur réponse: chaque camion est apuré
      Et la base de données est de nouveau là
      Alors chaque dépôt a reçu sa réponse en moins de 30 s
      Et le registre donne chaque camion "apuré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | panne                                                    |
        | est lente de 5 ms                                        |
        | est coupée 30 ms puis rétablie 400 ms, et ainsi de suite |

    @TIM-008 @horloge @panne
    Scénario: le délai de route expire quand la base revient à peine
      Étant donné un hub dont la base de données peut tomber
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et la liaison du hub à sa base de données est coupée
      Et la base de données est de nouveau là
      Quand le délai de route est dépassé de 1 min
      Alors le mouvement est dans l'état "en retard"
      Et les livres concordent: rien n'est perdu, rien n'est en double
