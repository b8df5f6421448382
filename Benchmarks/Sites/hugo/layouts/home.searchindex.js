window.index=[{{ range .Sections }}[{{ .RelPermalink | jsonify }},{{ .Title | jsonify }},{{ .Plain | truncate 300 | jsonify }}],{{ range .RegularPages }}[{{ .RelPermalink | jsonify }},{{ .Title | jsonify }},{{ .Plain | truncate 300 | jsonify }}],
{{ end }}{{ end }}];
