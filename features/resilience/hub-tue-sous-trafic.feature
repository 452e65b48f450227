# language: fr
Fonctionnalité: Le hub tué au milieu du trafic

  @DLV-020 @exclusif
  Règle: Ce que le hub a accusé n'est ni perdu ni fait deux fois, où que la mort le prenne

    @panne
    Plan du Scénario: tué <moment>, il reprend: six camions sont apurés
      Étant donné 6 camions de Lomé à Niamey par Téra
      Et que le hub sera arrêté brutalement, puis relancé, <moment>
      Quand chaque pays dépose ses messages, et les répète jusqu'à leur réponse: chaque camion est apuré
      Alors chaque dépôt est accepté
      Et le registre donne chaque camion "apuré"
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | moment                             |
        | à la 1re réponse                   |
        | à la 20e réponse                   |
        | à la 45e réponse                   |
        | à la 1re remise                    |
        | à la 30e remise                    |
        | à la 2e remise, deux fois de suite |
