# language: fr
@services @sur-mesure @exclusif @horloge @hypothese
Fonctionnalité: Services qui contredisent le T1
  Ce que chaque service sait, et ce qui le contredit, est une hypothèse.

  Contexte:
    Étant donné une pile qui interroge les services nationaux
    Et un mouvement de Lomé à Bamako par Koury, connu des services

  @SRV-017 @SRV-018
  Règle: Une contradiction est dite une fois, au pays de départ, avec son endroit

    @nominal
    Plan du Scénario: <service> <dit>
      Et <service> <dit>
      Quand le bureau de départ annonce le mouvement
      Et 5 s passent
      Alors un seul constat "contredit par un service national" le dit au Togo: <service>, "<endroit>"
      Et il y a en tout 1 constat "contredit par un service national"

      Exemples:
        | service                       | dit                                       | endroit                              |
        | le registre des contribuables | dit le principal obligé suspendu          | /payload/principal/taxId             |
        | le registre des contribuables | dit le principal obligé radié             | /payload/principal/taxId             |
        | le registre des contribuables | dit le destinataire suspendu              | /payload/consignee/taxId             |
        | le registre des contribuables | ne connaît pas le principal obligé        | /payload/principal/taxId             |
        | le registre des véhicules     | dit le camion suspendu                    | /payload/vehicle/plate               |
        | le registre des véhicules     | dit la remorque suspendue                 | /payload/vehicle/trailerPlate        |
        | le registre des véhicules     | dit l'agrément du camion expiré           | /payload/vehicle/plate               |
        | le registre des véhicules     | dit le camion agréé jusqu'au mois dernier | /payload/vehicle/plate               |
        | le registre des véhicules     | ne connaît pas le camion                  | /payload/vehicle/plate               |
        | le guichet unique             | compte un colis de plus                   | /payload/totalPackages               |
        | le guichet unique             | trouve une masse de 10 % inférieure       | /payload/totalGrossMassKg            |
        | le guichet unique             | ne porte aucun conteneur au connaissement | /payload/containers/0/number         |
        | le guichet unique             | ne connaît pas le connaissement           | /payload/transportDocument/reference |
        | le tarif                      | interdit le transit de la marchandise     | /payload/items/0/hsCode              |
        | le tarif                      | ne connaît pas la position tarifaire      | /payload/items/0/hsCode              |

    @nominal
    Scénario: deux services contredisent le même avis, chacun est dit
      Et le registre des véhicules dit le camion suspendu
      Et le tarif interdit le transit de la marchandise
      Quand le bureau de départ annonce le mouvement
      Et 5 s passent
      Alors un seul constat "contredit par un service national" le dit au Togo: le registre des véhicules, "/payload/vehicle/plate"
      Et un seul constat "contredit par un service national" le dit au Togo: le tarif, "/payload/items/0/hsCode"
      Et il y a en tout 2 constats "contredit par un service national"

    @SRV-001 @nominal
    Scénario: un mouvement contredit suit sa route
      Et le registre des véhicules dit le camion suspendu
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et 5 s passent
      Alors le mouvement est dans l'état "mainlevée accordée"
      Et un constat "contredit par un service national" est remis exactement à: Togo

  @SRV-019
  Règle: Un écart dans la tolérance n'est pas une contradiction

    @nominal
    Scénario: une masse un peu moindre au manifeste ne donne lieu à aucun constat
      Et le guichet unique trouve une masse de 0,3 % inférieure
      Quand le bureau de départ annonce le mouvement
      Et 5 s passent
      Alors le guichet unique reçoit en tout 1 appel
      Et rien ne contredit le mouvement
