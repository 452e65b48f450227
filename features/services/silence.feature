# language: fr
@services @sur-mesure @exclusif @horloge @hypothese
Fonctionnalité: Services muets et hub relancé
  La durée des essais est une hypothèse.

  Contexte:
    Étant donné une pile qui interroge les services nationaux
    Et un mouvement de Lomé à Ouagadougou par Cinkansé, connu des services

  @SRV-020
  Règle: Le silence d'un service est dit une fois, puis plus rien n'est demandé

    @panne
    Plan du Scénario: <service> muet tout un jour
      Et <service> est muet
      Et le bureau de départ annonce le mouvement
      Quand le temps passe de 26 h, par pas de 13 h
      Alors un seul constat "service national sans réponse" le dit au Togo: <service>, "<endroit>"
      Et il y a en tout 1 constat "service national sans réponse"

      Exemples:
        | service                       | endroit                              |
        | le registre des contribuables | /payload/principal/taxId             |
        | le registre des véhicules     | /payload/vehicle/plate               |
        | le guichet unique             | /payload/transportDocument/reference |
        | le tarif                      | /payload/items/0/hsCode              |

    @panne
    Scénario: le service rétabli après le constat n'est plus interrogé sur cet avis
      Et le guichet unique est en panne
      Et le bureau de départ annonce le mouvement
      Et le temps passe de 26 h, par pas de 13 h
      Quand le guichet unique est rétabli
      Et le compte des appels repart de zéro
      Et 1 h passe
      Alors le guichet unique reçoit depuis 0 appel

  @SRV-021
  Règle: Un hub relancé reprend ce qui est resté sans réponse

    @panne
    Plan du Scénario: <service> est interrogé après la relance du hub
      Et <service> est en panne
      Et le bureau de départ annonce le mouvement
      Et <service> a reçu 1 appel
      Quand le hub est arrêté brutalement, puis relancé
      Et <service> est rétabli
      Et le compte des appels repart de zéro
      Et le temps passe de 60 s, par pas de 20 s
      Alors <service> reçoit depuis <appels>
      Et rien ne contredit le mouvement

      Exemples:
        | service                       | appels   |
        | le registre des contribuables | 2 appels |
        | le registre des véhicules     | 2 appels |
        | le guichet unique             | 1 appel  |
        | le tarif                      | 1 appel  |
