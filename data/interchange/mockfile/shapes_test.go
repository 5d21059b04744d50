package mockfile_test

import "testing"

// Each text is a file as people have them; want is the mocks it makes.
func TestTheShapesPeopleHave(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{
			"the lossless form", `date,source,domain,correct,total,timed,first_attempt,minutes,note
2026-11-04,Boson ExSim,d1,14,26,yes,yes,140,"tired, but fine"
2026-11-04,Boson ExSim,d2,10,20,yes,yes,140,"tired, but fine"
2026-11-04,Boson ExSim,,60,100,yes,yes,140,"tired, but fine"
2026-11-10,Bank B,,57,100,no,no,,
`, `2026-11-04 Boson ExSim 60/100 d1=14/26 d2=10/20 all=60/100 140min "tired, but fine"
2026-11-10 Bank B 57/100 untimed retake`,
		},
		{
			"a line a mock with fractions", `Date,Provider,D1,D2,D3,D4,D5,D6
2026-11-04,Boson,20/26,15/22,10/17,16/20,9/15,20/25
2026-11-11,Boson,22 / 26,15 of 22,10/17 (59%),16/20,-,20/25
`, `2026-11-04 Boson 90/125 d1=20/26 d2=15/22 d3=10/17 d4=16/20 d5=9/15 d6=20/25
2026-11-11 Boson 83/110 d1=22/26 d2=15/22 d3=10/17 d4=16/20 d6=20/25`,
		},
		{
			"domains by name, German, semicolons, decimal commas", `Datum;Quelle;Leadership;Systems Lifecycle;Risk;Security Operations;Contingency;Law;Gesamt;Bemerkung
4.11.2026;Boson;20/26;15/22;10/17;16/20;9/15;20/25;72,0 %;müde
`, `2026-11-04 Boson 90/125 d1=20/26 d2=15/22 d3=10/17 d4=16/20 d5=9/15 d6=20/25 percent=72 "müde"`,
		},
		{
			"percentages beside numbers of questions", `date	source	Domain 1	Domain 1 questions	Domain 2	Domain 2 questions
2026-11-04	Boson	77	26	68%	22
2026-11-11	Boson	81	26	73%	22
`, "2026-11-04 Boson 35/48 d1=20/26 d2=15/22\n2026-11-11 Boson 37/48 d1=21/26 d2=16/22",
		},
		{
			"right answers beside numbers of questions", `date|source|d1 correct|d1 total|d2 right|d2 total
2026-11-04|Boson|20|26|15|22
`, "2026-11-04 Boson 35/48 d1=20/26 d2=15/22",
		},
		{
			"numbers of questions in the headings", `date,source,Risk Management (26),Security Operations /22
2026-11-04,Boson,20,15
`, "2026-11-04 Boson 35/48 d3=20/26 d4=15/22",
		},
		{
			"nothing but a percentage", "Date,Test,Score\n2026-11-04,Exam A,77\n2026-11-11,Exam B,\"77,5 %\"\n",
			"2026-11-04 Exam A 77% percent=77\n2026-11-11 Exam B 78% percent=77.5",
		},
		{
			"shares", "Fecha;Fuente;Porcentaje\n2026-11-04;Banco A;0,77\n2026-11-05;Banco A;1\n2026-11-06;Banco A;0,57\n",
			"2026-11-04 Banco A 77% percent=77\n2026-11-05 Banco A 100% percent=100\n2026-11-06 Banco A 57% percent=57",
		},
		{
			"correct and total", "date,source,Questions correct,Total questions,Time (min)\n2026-11-04,Boson,57,100,95\n2026-11-05,Boson,57.0,100,1:35\n2026-11-06,Boson,57/100,,\"1 h 35\"\n",
			"2026-11-04 Boson 57/100 95min\n2026-11-05 Boson 57/100 95min\n2026-11-06 Boson 57/100 95min",
		},
		{
			"a score beside the questions is right answers", "date,source,score,questions\n2026-11-04,Boson,57,100\n2026-11-05,Boson,89,125\n",
			"2026-11-04 Boson 57/100\n2026-11-05 Boson 89/125",
		},
		{
			"a score that cannot be right answers is a percentage", "date,source,score,questions\n2026-11-04,Boson,57,50\n2026-11-05,Boson,89,125\n",
			"2026-11-04 Boson 28/50 percent=57\n2026-11-05 Boson 111/125 percent=89",
		},
		{
			"percentages by domain with a result in all", "date,source,d1,d2,d3,d4,d5,d6,overall\n2026-11-04,Boson,77,68,59,80,60,80,72\n",
			"2026-11-04 Boson 72% percent=72",
		},
		{
			"percentages by domain alone: their weighted mean", "date,source,d1,d2,d3,d4,d5,d6\n2026-11-04,Boson,50%,50%,50%,50%,50%,80%\n",
			"2026-11-04 Boson 59% percent=58.6",
		},
		{
			"a total that is the mean of percentages", "date,source,d1,d2,d3,total\n2026-11-04,Boson,77,68,59,68\n",
			"2026-11-04 Boson 68% percent=68",
		},
		{
			"percentages by domain and the number of questions in all", "date,source,d1,d2,d3,d4,d5,d6,percent,questions\n2026-11-04,Boson,77,68,59,80,60,80,72,125\n",
			"2026-11-04 Boson 90/125 percent=72",
		},
		{
			"sep= and French", "sep=;\nDate;Fournisseur;Bonnes réponses;Nombre de questions;Durée;Chronométré;Remarques\n04/11/2026;Éditions X;57;100;1h35;oui;à revoir\n13/11/2026;Éditions X;60;100;95 min;non;\n",
			"2026-11-04 Éditions X 57/100 95min \"à revoir\"\n2026-11-13 Éditions X 60/100 untimed 95min",
		},
		{
			"Portuguese", "Data;Fonte;Domínio;Acertos;Questões;Primeira tentativa\n4 nov 2026;Banco;1;20;26;sim\n;;2;15;22;\n",
			"2026-11-04 Banco 35/48 d1=20/26 d2=15/22",
		},
		{
			"Italian", "Data;Fonte;Risposte corrette;Domande;Ripetizione;Note\n4 novembre 2026;Banca A;57;100;x;ciao\n5 novembre 2026;Banca A;60;100;;\n",
			"2026-11-04 Banca A 57/100 retake \"ciao\"\n2026-11-05 Banca A 60/100",
		},
		{
			"Spanish", "Fecha,Simulacro,Respuestas correctas,Número de preguntas,Con tiempo\n4 de noviembre de 2026,Uno,57,100,sí\n",
			"2026-11-04 Uno 57/100",
		},
		{
			"merged cells and titles above", "My mocks;;;;\n\nDate;Source;Domain;Correct;Total\n2026-11-04;Boson;Domain 1: Leadership and Organizational Management;20;26\n;;Domain 2: Systems Lifecycle Management;15;22\n;;Total;70;125\n2026-11-11;Boson;1;21;26\n",
			"2026-11-04 Boson 70/125 d1=20/26 d2=15/22 all=70/125\n2026-11-11 Boson 21/26 d1=21/26",
		},
		{
			"lines sorted by domain", "date,source,domain,correct,total\n2026-11-04,A,d1,1,2\n2026-11-05,A,d1,2,2\n2026-11-04,A,d2,3,4\n2026-11-05,A,d2,4,4\n",
			"2026-11-04 A 4/6 d1=1/2 d2=3/4\n2026-11-05 A 6/6 d1=2/2 d2=4/4",
		},
		{
			"conditions in the first line of a mock only, a note beside each", "date,source,domain,correct,total,minutes,timed,note\n2026-11-04,A,d1,1,2,90,no,weak\n2026-11-04,A,d2,3,4,,,strong\n",
			"2026-11-04 A 4/6 d1=1/2 d2=3/4 untimed 90min \"weak\\nstrong\"",
		},
		{
			"two mocks of a day, told apart by a column", "date,source,test,domain,correct,total\n2026-11-04,A,T1,d1,1,2\n2026-11-04,A,T2,d2,3,4\n2026-11-04,A,T1,d2,2,4\n",
			"2026-11-04 A 3/6 d1=1/2 d2=2/4\n2026-11-04 A 3/4 d2=3/4",
		},
		{
			"two mocks of a day, told apart by a domain met again", "date,source,domain,correct,total\n2026-11-04,A,d1,1,2\n2026-11-04,A,d2,3,4\n2026-11-04,A,d1,2,2\n2026-11-04,A,d2,4,4\n",
			"2026-11-04 A 4/6 d1=1/2 d2=3/4\n2026-11-04 A 6/6 d1=2/2 d2=4/4",
		},
		{
			"percentages of domains with their questions, one line a domain", "date,source,domain,%,questions\n2026-11-04,A,d1,77,26\n2026-11-04,A,d2,68,22\n2026-11-04,A,all,71,48\n",
			"2026-11-04 A 35/48 d1=20/26 d2=15/22 all=35/48 percent=71",
		},
		{
			"guards and quotation marks", "date,source,percent,note\n2026-11-04,'=1+1,70,'-5 points\n2026-11-05,'tis Boson,70,\"say \"\"when\"\"\"\n2026-11-06,24\" screen,70,\n2026-11-07,Boson,70,''=x\n",
			"2026-11-04 =1+1 70% percent=70 \"-5 points\"\n2026-11-05 'tis Boson 70% percent=70 \"say \\\"when\\\"\"\n2026-11-06 24\" screen 70% percent=70\n2026-11-07 Boson 70% percent=70 \"'=x\"",
		},
		{
			"official and guess", "date,source,percent,official,guess\n2026-11-04,ISC2,70,yes,65%\n",
			"2026-11-04 ISC2 70% percent=70 official guess=65",
		},
		{
			"retakes counted", "date,source,percent,first attempt,Retake\n2026-11-04,A,70,1,\n2026-11-05,A,70,2nd,\n2026-11-06,A,70,,0\n",
			"2026-11-04 A 70% percent=70\n2026-11-05 A 70% percent=70 retake\n2026-11-06 A 70% percent=70",
		},
		{
			"columns told by their cells", "Kiedy,Skąd,Wynik\n2026-11-04,Boson,57/100\n2026-11-05,Boson,60/100\n",
			"2026-11-04 Boson 57/100\n2026-11-05 Boson 60/100",
		},
		{
			"a time of the day is no length", "date,time,source,percent\n2026-11-04,19:30,A,70\n2026-11-05,6:10,A,71\n",
			"2026-11-04 A 70% percent=70\n2026-11-05 A 71% percent=71",
		},
		{
			"a total in the shape of a percentage", "date,source,d1,d2,total\n2026-11-04,A,20/26,15/22,73%\n",
			"2026-11-04 A 35/48 d1=20/26 d2=15/22 percent=73",
		},
		{
			"percentages under right answers", "date,source,correct\n2026-11-04,A,77%\n2026-11-05,A,77.5\n",
			"2026-11-04 A 77% percent=77\n2026-11-05 A 78% percent=77.5",
		},
		{
			"one line a domain, percentages alone", "date,source,domain,score\n2026-11-04,A,1,50%\n2026-11-04,A,2,50%\n2026-11-04,A,3,50%\n2026-11-04,A,4,50%\n2026-11-04,A,5,50%\n2026-11-04,A,6,80%\n",
			"2026-11-04 A 59% percent=58.6",
		},
		{
			"spreadsheet leftovers", "date;source;percent;;\n2026-11-04;A;70;;\n;;;;\n2026-11-05;A;71;;seen\n;;;;\n",
			"2026-11-04 A 70% percent=70\n2026-11-05 A 71% percent=71",
		},
		{
			"a domain called as a usual heading", "date,source,domain,correct,total\n2026-11-04,A,Law,1,2\n2026-11-04,A,risk MANAGEMENT,1,2\n",
			"2026-11-04 A 2/4 d6=1/2 d3=1/2",
		},
	} {
		t.Run(c.what, func(t *testing.T) {
			p := read(t, c.text)
			expect(t, shown(p), c.want)
			if len(p.Bad) > 0 {
				t.Errorf("bad lines: %+v", p.Bad)
			}
		})
	}
}
