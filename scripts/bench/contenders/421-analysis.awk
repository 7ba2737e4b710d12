# The script of the 421 analysis (docs/design.md), corrected: header by name, commas within quotes, the reply after
# "smtp;", the ISP by MX, hours in UTC (the bench's files are), the same job as the others. Run with LC_ALL=C and -F,
function ispOf(mta,    host) {
  if (mta in known) return known[mta]
  host = mta
  sub(/ .*/, "", host)
  known[mta] = host ~ /\.google\.com$/ ? "gmail" : host ~ /\.olc\.protection\.outlook\.com$/ ? "outlook" : \
    host ~ /\.yahoodns\.net$/ ? "yahoo" : host ~ /\.icloud\.com$/ ? "apple" : "other"
  return known[mta]
}
{ sub(/\r$/, "") }
NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
index($0, "\"") {
  n = split($0, part, "\"")
  line = part[1]
  for (i = 2; i <= n; i++) { if (i % 2 == 0) gsub(/,/, "\001", part[i]); line = line part[i] }
  $0 = line
}
{
  type = $column["type"]
  if (type != "d" && type != "t" && type != "tq") next
  hour = substr($column["timeLogged"], 1, 13)
  isp = ispOf($column["dsnMta"])
  source = $column["vmta"] " " $column["dlvSourceIp"]
  if (type == "d") { cells[hour " " isp " d"]++; delivered[source]++; next }
  diag = $column["dsnDiag"]
  code = match(diag, /^smtp;[45][0-9][0-9]/) ? substr(diag, 6, 3) : "none"
  cells[hour " " isp " " code]++
  if (type == "t" && code == "421") sources[source]++
}
END {
  for (key in cells) print "cell\t" key "\t" cells[key]
  for (key in sources) print "source\t" key "\t" sources[key]
  for (key in delivered) print "delivered\t" key "\t" delivered[key]
}
