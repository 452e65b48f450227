# language: fr
Fonctionnalité: Analyse après le voyage

  Un camion simulé roule des jours entre zones blanches, répétitions et pannes ; on sait ce qui lui est vraiment arrivé. Le voyage
  publié doit dire cela, tout cela et rien d'autre.

  @TRK-082 @TRK-083
  Règle: Le voyage publié est égal à ce qui est arrivé

    @nominal
    Scénario: écart, arrêt et déchargement entre Lomé et Ouagadougou, relève à Cinkansé
      Quand un camion fait tout le voyage de Lomé à Ouagadougou par Cinkansé, balise "Jointech" puis "MQTT", avec: "écart de l'itinéraire, arrêt prolongé avec déchargement, zone blanche"
      Alors le voyage publié est celui que les balises ont mesuré
      Et tout ce qui devait se voir se voit
      Et rien n'est inventé
      Et le voyage est dans l'ordre des faits
      Et chaque événement dit figure au voyage, dans les mêmes mots

    @nominal
    Plan du Scénario: <événement>, vu par une balise <première> puis une balise <seconde>
      Quand un camion fait tout le voyage de Lomé à Ouagadougou par Cinkansé, balise "<première>" puis "<seconde>", avec: "<événement>"
      Alors le voyage publié est celui que les balises ont mesuré
      Et tout ce qui devait se voir se voit
      Et rien n'est inventé

      Exemples:
        | événement                | première  | seconde   |
        | rien                     | GT06      | Teltonika |
        | scellé forcé             | MQTT      | JT/T 808  |

    @nominal
    Scénario: une horloge en avance de deux minutes ne déplace aucun fait
      Quand un camion fait tout le voyage de Lomé à Ouagadougou par Cinkansé, balise "OsmAnd" puis "MQTT", l'horloge en avance de 2 min
      Alors le voyage publié est celui que les balises ont mesuré
      Et tout ce qui devait se voir se voit
      Et rien n'est inventé
