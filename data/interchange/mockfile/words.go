package mockfile

import "strings"

// headingWords are the headings of columns in English, German, Spanish, French, Portuguese and Italian. own is what
// Write writes; usual headings say what the column holds; weak ones are taken when nothing else is better.
var headingWords = []struct {
	column           Column
	own, usual, weak string
}{
	{ColumnPercent, "percent", "percentage, %, pct, score %, % score, % correct, percent correct, percent score, accuracy, " +
		"prozent, prozentsatz, trefferquote, % richtig, porcentaje, % aciertos, pourcentage, percentuale, porcentagem, percentual", "quote, correct, right, richtig, korrekt, correctas, aciertos, correctes, corrette, certas, acertos"},
	{ColumnCorrect, "correct", "right, correct answers, right answers, number correct, questions correct, correct questions, raw score, " +
		"richtig, richtige, richtige antworten, korrekt, treffer, correctas, correctos, respuestas correctas, aciertos, " +
		"correctes, bonnes réponses, réponses correctes, justes, corrette, risposte corrette, giuste, corretas, certas, respostas corretas, acertos", ""},
	{columnScore, "", "score, result, overall, overall score, total score, final score, mark, marks, grade, points, ergebnis, gesamtergebnis, resultat, punkte, " +
		"punktzahl, resultado, puntuación, puntaje, calificación, résultat, risultato, punteggio, pontuação", "results, ergebnisse, total, gesamt, totale"},
	{ColumnDate, "date", "datum, fecha, data, exam date, test date, mock date, date taken, taken on, prüfungsdatum, testdatum", "day, tag, día, dia, jour, giorno, when"},
	{ColumnMinutes, "minutes", "minuten, min, mins, time taken, time spent, duration, dauer, tiempo, duración, minutos, durée, minuti, durata, duração, zeitbedarf", "time, zeit, temps, tempo"},
	{ColumnTotal, "total", "questions, total questions, number of questions, question count, out of, items, fragen, anzahl fragen, fragenzahl, gesamt, gesamtzahl, " +
		"preguntas, total de preguntas, número de preguntas, nombre de questions, domande, numero di domande, totale, questões, perguntas, total de questões, número de questões", "max, von"},
	{ColumnNote, "note", "notes, comment, comments, remark, remarks, notiz, notizen, kommentar, kommentare, bemerkung, bemerkungen, anmerkung, anmerkungen, " +
		"nota, notas, comentario, comentarios, observaciones, remarque, remarques, commentaire, commentaires, commento, commenti, osservazioni, observação, observações", ""},
	{ColumnDomain, "domain", "domains, domain name, bereich, domäne, sachgebiet, dominio, domaine, domínio, ámbito", "area, área, topic, thema, tema, section, category, kategorie, " +
		"categoría, categoria, catégorie, gebiet, subject, objective, sección, sezione, seção"},
	{ColumnSource, "source", "quelle, bank, question bank, provider, vendor, anbieter, fragenkatalog, fuente, banco, banco de preguntas, proveedor, fonte, fornecedor, " +
		"fournisseur, banque, banca, fornitore, platform, plattform, plataforma, plateforme, piattaforma", "test, tests, exam, mock, mock exam, practice test, practice exam, test name, " +
		"exam name, name, title, quiz, book, app, prüfung, probeprüfung, probeklausur, examen, examen blanc, prueba, simulacro, simulado, prova, esame, simulazione"},
	{ColumnTimed, "timed", "time limit, exam conditions, mit zeit, auf zeit, zeitlimit, mit zeitlimit, cronometrado, con tiempo, chronométré, a tempo, cronometrato, com tempo", ""},
	{ColumnUntimed, "", "untimed, no time limit, ohne zeit, ohne zeitlimit, sin tiempo, sans limite de temps, senza tempo, sem tempo", ""},
	{ColumnFirstAttempt, "first_attempt", "first try, first time, erster versuch, erstversuch, primer intento, première tentative, premier essai, primo tentativo, primeira tentativa", ""},
	{ColumnRetake, "", "retake, retaken, repeat, repeated, seen before, wiederholung, wiederholt, repetición, repetido, répétition, ripetizione, ripetuto, repetição", ""},
	{ColumnOfficial, "official", "offiziell, oficial, officiel, ufficiale", ""},
	{ColumnGuess, "guess", "my guess, expected, predicted, prediction, schätzung, erwartet, estimación, estimation, stima, estimativa, palpite", ""},
	{ColumnMock, "mock", "mock number, mock no, mock nr, mock id", "attempt, attempt number, attempt no, versuch, intento, tentative, tentativo, tentativa, test, exam, mock exam, practice test, test name, exam name, name, title"},
}

// What a heading is worth, from best to worst.
const (
	rankOwn    = iota // as Write writes it
	rankDomain        // a domain by its id, number or whole name
	rankUsual
	rankWeak
	rankWord // one word among others
	rankPart // a part of a domain's name
)

// claim says that a heading may stand for a column.
type claim struct {
	column Column
	rank   int
}

// headingClaims are the claims of folded headings, the better first.
var headingClaims = indexHeadings()

func indexHeadings() map[string][]claim {
	index := map[string][]claim{}
	add := func(words string, c claim) {
		for word := range strings.SplitSeq(words, ",") {
			if word = fold(word); word != "" {
				index[word] = append(index[word], c)
			}
		}
	}
	for _, h := range headingWords {
		add(h.own, claim{h.column, rankOwn})
		add(h.usual, claim{h.column, rankUsual})
		add(h.weak, claim{h.column, rankWeak})
	}
	return index
}

// answers are the words people answer yes and no with.
var answers = indexAnswers()

func indexAnswers() map[string]answer {
	index := map[string]answer{}
	for word := range strings.FieldsSeq("yes y true t 1 x on ja j wahr sí si s verdadero cierto oui o vrai sim verdadeiro sì vero timed ✓ ✔ ☑") {
		index[answerKey(word)] = yes
	}
	for word := range strings.FieldsSeq("no n false f 0 off nein falsch falso non faux não nao untimed ✗ ✘ ☐") {
		index[answerKey(word)] = no
	}
	return index
}

// checkMarks are answers that people leave out for no.
const checkMarks = "x ✓ ✔ ☑"

// allDomains are the words that stand for the total where a domain would stand.
var allDomains = indexWords("total, overall, all, all domains, sum, gesamt, insgesamt, alle, summe, todos, todo, general, ensemble, tous, totale, tutti, geral, score")

func indexWords(words string) map[string]bool {
	index := map[string]bool{}
	for word := range strings.SplitSeq(words, ",") {
		index[fold(word)] = true
	}
	return index
}

// months are the beginnings of the names of months, in all of the languages, without accents. "mar" is also a Tuesday in
// some, which stands before the day.
var months = indexMonths()

func indexMonths() map[string]int {
	index := map[string]int{}
	for i, names := range []string{
		"jan ene gen janv janner", "feb fev fevr", "mar marz mars marc mrz maer", "apr abr avr", "may mai mag", "jun giu juin", "jul lug juil",
		"aug ago aou aout", "sep set sept", "oct okt ott out", "nov", "dec dez dic",
	} {
		for name := range strings.FieldsSeq(names) {
			index[name] = i + 1
		}
	}
	return index
}
