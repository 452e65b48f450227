# language: fr
Fonctionnalité: Règles des scellés, conteneurs, masses, colis et valeurs, violées une à une

  @ERR-012 @ERR-032
  Règle: Le nombre de scellés est celui de la liste, et chacun y figure une fois (R06)

    @refus
    Plan du Scénario: le hub refuse les scellés: <faute>
      Étant donné <mouvement> de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE R06 à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                            | mutation                  | mouvement                   | pointeur                |
        | un avis de transit qui compte un scellé de trop  | one-seal-too-many-counted | un mouvement                | /payload/sealCount      |
        | un avis de transit où un scellé figure deux fois | seal-twice                | un mouvement scellé 2 fois, | /payload/seals/1/number |
        | une mainlevée qui compte mal ses scellés         | release-seal-count-wrong  | un mouvement                | /payload/sealCount      |

  @ERR-013 @ERR-032
  Règle: Les masses concordent (R08)

    @refus
    Plan du Scénario: le hub refuse la masse: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE R08 à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                    | mutation              | pointeur                   |
        | un avis de transit de masse totale inférieure à la somme | total-below-the-items | /payload/totalGrossMassKg  |
        | un avis de transit de masse nette supérieure à la brute  | net-above-gross       | /payload/items/0/netMassKg |

  @ERR-032
  Règle: Conteneurs, colis, articles et valeurs concordent (R07, R09, R10, R11, R21)

    @refus
    Plan du Scénario: le hub refuse la marchandise: <faute>
      Étant donné <mouvement> de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE <règle> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                      | mutation                       | mouvement                                       | règle | pointeur                        |
        | un avis de transit hors conteneur qui en nomme             | containers-without-flag        | un mouvement en conteneur                       | R07   | /payload/containers             |
        | un avis de transit en conteneur qui n'en nomme aucun       | flag-without-containers        | un mouvement en vrac, sans scellé ni conteneur, | R07   | /payload/containers             |
        | un avis de transit où un conteneur figure deux fois        | container-twice                | un mouvement en conteneur                       | R07   | /payload/containers/1/number    |
        | un avis de transit dont un article cite un autre conteneur | item-in-an-unlisted-container  | un mouvement en conteneur                       | R07   | /payload/items/0/containers/0   |
        | un avis de transit dont le seul article n'a pas de colis   | no-packages                    | un mouvement d'un seul article, du riz,         | R09   | /payload/items/0/packages/count |
        | un avis de transit aux articles mal numérotés              | items-misnumbered              | un mouvement                                    | R10   | /payload/items/0/sequence       |
        | un avis de transit d'un chapitre du SH qui n'existe pas    | hs-chapter-that-does-not-exist | un mouvement                                    | R11   | /payload/items/0/hsCode         |
        | un avis de transit dont un article ne vaut rien            | item-without-worth             | un mouvement                                    | R21   | /payload/items/0/value/amount   |
        | un avis de recouvrement en euros                           | recovery-in-euro               | un mouvement                                    | R21   | /payload/amount/currency        |
