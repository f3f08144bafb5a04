package intake

// providers makes the table providers of the organizations.
func (in *intake) providers() {
	phones, contacts := in.group("phone", "organization_id"), in.group("contact", "organization_id")
	for _, r := range in.kept("organization") {
		to := row{"id": in.idOf(r), "kind": r.cells["kind"], "parent_id": in.idOf(in.find("organization", r.cells["parent_organization_id"])),
			"website": r.cells["website"], "email": r.cells["email"], "phone": first(phones[r.id()], "number"),
			"legal_status": r.cells["legal_status"], "last_verified": r.cells["assured_date"]}
		if to["email"] == "" {
			to["email"] = first(contacts[r.id()], "email")
		}
		in.text(to, "name", r, "name")
		in.text(to, "description", r, "description")
		common(to, r)
		in.ours["providers"] = append(in.ours["providers"], to)
	}
}
