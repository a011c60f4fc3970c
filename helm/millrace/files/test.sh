# Asks each of $SERVICES (name=url, by blanks) for its health; with PLACE_ORDER=true, orders something of which there is nothing.
set -eu
end=$(($(date +%s) + WITHIN))
stamp=$(date +%s)

url_of() {
  for service in $SERVICES; do
    case $service in "$1="*) echo "${service#*=}" ;; esac
  done
}

# ask METHOD URL [BODY]: the status goes to $status, the body to /tmp/answer
ask() {
  if [ $# -gt 2 ]; then set -- "$1" "$2" -H 'Content-Type: application/json' -d "$3"; fi
  method=$1 url=$2
  shift 2
  status=$(curl -s -o /tmp/answer -w '%{http_code}' -m 10 -X "$method" "$@" "$url") || status=none
}

# until_answered WHAT STATUS TEXT METHOD URL [BODY]
until_answered() {
  what=$1 wanted=$2 text=$3
  shift 3
  until ask "$@" && expr "$status" : "$wanted\$" >/dev/null && grep -q "$text" /tmp/answer; do
    if [ "$(date +%s)" -ge "$end" ]; then
      echo "FAILED: $what: $1 $2 answered $status: $(cat /tmp/answer 2>/dev/null || true)"
      exit 1
    fi
    sleep 1
  done
  echo "ok: $what"
}

for service in $SERVICES; do
  until_answered "${service%%=*} is ready" 200 UP GET "${service#*=}/health/readiness"
  ask GET "${service#*=}/health"
  if grep -q DEGRADED /tmp/answer; then echo "note: ${service%%=*} is degraded: $(cat /tmp/answer)"; fi
done

if [ "$PLACE_ORDER" = true ]; then
  customers=$(url_of customers) inventory=$(url_of inventory) orders=$(url_of orders)
  until_answered "a product without stock is listed" 20. helm-test PUT "$inventory/products/helm-test" \
    '{"description":"Of helm test","price":{"amount":"1.00","currency":"EUR"}}'
  until_answered "a customer is registered" 20. "helm-test-$stamp" PUT "$customers/customers/helm-test-$stamp" \
    '{"name":"Helm Test","address":{"city":"Porto","country":"Portugal"}}'
  until_answered "orders has heard of both" 20. helm-test PUT "$orders/orders/helm-test-$stamp" \
    "{\"customerId\":\"helm-test-$stamp\",\"cardToken\":\"tok_approve\",\"lines\":[{\"sku\":\"helm-test\",\"quantity\":1}]}"
  until_answered "inventory has said that there is none, and orders has heard it" 200 REJECTED GET \
    "$orders/orders/helm-test-$stamp"
fi
echo "All is well."
