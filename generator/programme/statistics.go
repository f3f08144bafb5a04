package programme

// Indicator is a row of table indicators.
type Indicator struct {
	Row
	ID             IndicatorID `csv:"id" rule:"required,id" about:"stable id, never reused"`
	Theme          TermID      `csv:"theme" rule:"required,term=theme" about:"theme it belongs to"`
	AlsoThemes     List        `csv:"also_themes" rule:"term=theme" about:"other themes under which it is listed"`
	Kind           string      `csv:"kind" rule:"required,enum=count|rate|ratio|average|money" about:"what is measured"`
	Name           Text        `csv:"name" rule:"required" about:"name"`
	Definition     Text        `csv:"definition" rule:"required,markdown" about:"what exactly is counted (Markdown)"`
	Unit           TermID      `csv:"unit" rule:"required,code" about:"code of the unit"`
	UnitLabel      Text        `csv:"unit_label" about:"the unit in words"`
	Decimals       Whole       `csv:"decimals" rule:"range=0..6" about:"decimals shown"`
	NumeratorID    IndicatorID `csv:"numerator_id" rule:"ref=indicators" about:"indicator that is divided"`
	DenominatorID  IndicatorID `csv:"denominator_id" rule:"ref=indicators" about:"indicator it is divided by; of an average, the count that it is over"`
	Multiplier     Decimal     `csv:"multiplier" about:"100 for percent, 100000 for per 100,000"`
	AdditiveOver   List        `csv:"additive_over" about:"dimensions over which values may be summed"`
	MinValue       Decimal     `csv:"min_value" about:"smallest possible value"`
	MaxValue       Decimal     `csv:"max_value" about:"largest possible value"`
	MaxChange      Decimal     `csv:"max_change" about:"a change between periods beyond this share (0.5 = half) is a warning"`
	Threshold      Whole       `csv:"threshold" rule:"range=0..1000" about:"counts below it are withheld"`
	ZeroIsSafe     YesNo       `csv:"zero_is_safe" about:"yes: zeros are published"`
	Frequency      string      `csv:"frequency" rule:"required,enum=A|Q" about:"annual or quarterly"`
	Baseline       Decimal     `csv:"baseline" about:"value at the start"`
	BaselinePeriod string      `csv:"baseline_period" rule:"period" about:"its period"`
	Target         Decimal     `csv:"target" about:"value aimed at"`
	TargetPeriod   string      `csv:"target_period" rule:"period" about:"its period"`
	Direction      string      `csv:"direction" rule:"enum=up|down" about:"which way is better"`
	SDGTarget      string      `csv:"sdg_target" about:"SDG target, such as 1.3"`
	Source         Text        `csv:"source" rule:"required" about:"where the figures come from"`
	Method         Text        `csv:"method" rule:"markdown" about:"how they are made (Markdown)"`
	Contact        string      `csv:"contact" rule:"contact" about:"office to ask"`
	ProvisionalFor Whole       `csv:"provisional_for" rule:"range=0..40" about:"quarters after which a figure is final"`
	SuccessorID    IndicatorID `csv:"successor_id" rule:"ref=indicators" about:"indicator that follows it"`
}

// Fact is a row of table facts: a single published figure with its source.
// Facts of one conflict group disagree and are shown side by side.
type Fact struct {
	Row
	ID            string      `csv:"id" rule:"required,id" about:"stable id"`
	IndicatorID   IndicatorID `csv:"indicator_id" rule:"ref=indicators" about:"the indicator it speaks of, if any"`
	Component     TermID      `csv:"component" rule:"term=component" about:"component of the programme or plan it belongs to, if any"`
	Value         Decimal     `csv:"value" rule:"required" about:"the figure"`
	Qualifier     string      `csv:"qualifier" rule:"enum=more-than|about|at-most" about:"how exact it is"`
	Unit          TermID      `csv:"unit" rule:"required,code" about:"code of the unit"`
	AsOf          string      `csv:"as_of" rule:"partial-date" about:"the time it speaks of: 2022, 2022-07 or 2022-07-20; empty where the source gives none"`
	Text          Text        `csv:"text" rule:"required" about:"the figure in a sentence"`
	SourceTitle   Text        `csv:"source_title" rule:"required" about:"title of the source"`
	SourceDate    string      `csv:"source_date" rule:"partial-date" about:"when it was published"`
	SourceURL     string      `csv:"source_url" rule:"url" about:"address of the source"`
	ConflictGroup string      `csv:"conflict_group" about:"facts of one group contradict each other"`
}

// Observation is a row of table observations: one cell of a statistical table.
// A blank dimension is an error, never a total. Extra holds the dimensions that
// config.toml declares beyond the fixed ones, in their declared order.
type Observation struct {
	Row
	ReleaseID   ReleaseID   `csv:"release_id" rule:"required,ref=releases" about:"the release it is published in"`
	Freq        string      `csv:"freq" rule:"required,enum=A|Q" about:"SDMX CL_FREQ: A or Q"`
	RefArea     PlaceID     `csv:"ref_area" rule:"required,ref=places" about:"place"`
	Indicator   IndicatorID `csv:"indicator" rule:"required,ref=indicators" about:"indicator"`
	ServiceType TermID      `csv:"service_type" rule:"required,dimension=service_type" about:"type of service, _T total, _Z not applicable"`
	Sex         TermID      `csv:"sex" rule:"required,enum=_T|F|M|_U|_Z" about:"SDMX CL_SEX"`
	Age         TermID      `csv:"age" rule:"required,dimension=age" about:"age group, _T total"`
	TargetGroup TermID      `csv:"target_group" rule:"required,dimension=target_group" about:"target group, _T total"`
	TimePeriod  string      `csv:"time_period" rule:"required,period" about:"2026 or 2026-Q1"`
	Extra       []TermID    `csv:"-"`
	Value       Decimal     `csv:"obs_value" about:"the value; blank only with a status that says why"`
	Status      List        `csv:"obs_status" rule:"required,enum=A|B|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|S|U|V|W" about:"SDMX CL_OBS_STATUS, several may stack"`
	ConfStatus  string      `csv:"conf_status" rule:"required,enum=F|C|N|A|D|S|R|P" about:"SDMX CL_CONF_STATUS"`
	Comment     Text        `csv:"comment" about:"footnote"`
}

// Key names the figure, whatever release it came in, as table revisions does:
// Q.mary.users._T.F._T._T.2026-Q1. Further dimensions stand before the period.
func (o *Observation) Key() string {
	b := make([]byte, 0, 96)
	for _, part := range [...]string{o.Freq, string(o.RefArea), string(o.Indicator), string(o.ServiceType),
		string(o.Sex), string(o.Age), string(o.TargetGroup)} {
		b = append(append(b, part...), '.')
	}
	for _, part := range o.Extra {
		b = append(append(b, part...), '.')
	}
	return string(append(b, o.TimePeriod...))
}

// Release is a row of table releases: figures that become public together.
type Release struct {
	Row
	ID              ReleaseID `csv:"id" rule:"required,release" about:"such as 2026-Q1"`
	PublishAt       Instant   `csv:"publish_at" rule:"required" about:"date and time with zone; nothing of it appears before"`
	Status          string    `csv:"status" rule:"required,enum=planned|published" about:"planned or published"`
	Title           Text      `csv:"title" rule:"required" about:"title"`
	Summary         Text      `csv:"summary" rule:"markdown" about:"what is new (Markdown)"`
	Periods         List      `csv:"periods" rule:"required,period" about:"periods it publishes for the first time or revises"`
	NextRelease     Instant   `csv:"next_release" about:"when the next one comes"`
	NoteOnRevisions Text      `csv:"note_on_revisions" about:"what changed and why"`
}

// Revision is a row of table revisions: the reason why a final value changed.
type Revision struct {
	Row
	ReleaseID ReleaseID `csv:"release_id" rule:"required,ref=releases" about:"the release that revises"`
	Key       string    `csv:"key" rule:"required" about:"the observation's dimensions, as in 'Q.mary.people-served._T._T._T._T.2026-Q1'"`
	Reason    Text      `csv:"reason" rule:"required" about:"why"`
}
