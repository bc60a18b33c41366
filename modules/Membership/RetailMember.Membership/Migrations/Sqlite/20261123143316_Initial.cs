using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "membership_adjustment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    status = table.Column<short>(type: "INTEGER", nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_adjustment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_book_check",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_sound = table.Column<bool>(type: "INTEGER", nullable: false),
                    books = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_book_check", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_card_renewal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    fee_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    renewed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_card_renewal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_care_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    follow_up_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    followed_up_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    followed_up_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_care_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_credential",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bound_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_credential", x => new { x.brand_id, x.value });
                });

            migrationBuilder.CreateTable(
                name: "membership_enrolment_receipt",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    receipt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_enrolment_receipt", x => new { x.brand_id, x.receipt });
                });

            migrationBuilder.CreateTable(
                name: "membership_import",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    layout = table.Column<string>(type: "TEXT", nullable: false),
                    enrols = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: false),
                    imported = table.Column<int>(type: "INTEGER", nullable: false),
                    already_there = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<int>(type: "INTEGER", nullable: false),
                    alike_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    alike = table.Column<string>(type: "TEXT", nullable: true),
                    members = table.Column<int>(type: "INTEGER", nullable: false),
                    new_stores = table.Column<int>(type: "INTEGER", nullable: false),
                    new_members = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    cursor = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    staged_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    alive_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fault = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_import_row",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    turn = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false, collation: "BINARY"),
                    member_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    cells = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    column = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    facts = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_import_row", x => new { x.import_id, x.row_no });
                });

            migrationBuilder.CreateTable(
                name: "membership_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    member_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    status = table.Column<short>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    joined_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    renewed_through = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    fields = table.Column<string>(type: "TEXT", nullable: true),
                    tier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    tier_since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    carried_tier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    period_start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    metrics_epoch = table.Column<int>(type: "INTEGER", nullable: false),
                    spend_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    purchases = table.Column<long>(type: "INTEGER", nullable: false),
                    growth = table.Column<long>(type: "INTEGER", nullable: false),
                    points_earned = table.Column<long>(type: "INTEGER", nullable: false),
                    participation = table.Column<long>(type: "INTEGER", nullable: false),
                    lifetime_spend_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    lifetime_purchases = table.Column<long>(type: "INTEGER", nullable: false),
                    lifetime_growth = table.Column<long>(type: "INTEGER", nullable: false),
                    lifetime_points_earned = table.Column<long>(type: "INTEGER", nullable: false),
                    lifetime_participation = table.Column<long>(type: "INTEGER", nullable: false),
                    last_purchase_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    warned_for_period = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    extended_tier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    extended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    extended_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_member_award",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    programme_version = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    points_taken = table.Column<long>(type: "INTEGER", nullable: false),
                    growth = table.Column<long>(type: "INTEGER", nullable: false),
                    growth_taken = table.Column<long>(type: "INTEGER", nullable: false),
                    participation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    metrics_epoch = table.Column<int>(type: "INTEGER", nullable: false),
                    tier_from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    tier_to = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    undoings = table.Column<int>(type: "INTEGER", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_award", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_member_merge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    survivor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duplicate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    undone_for = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    missing_points = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_merge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_member_status_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<short>(type: "INTEGER", nullable: false),
                    to = table.Column<short>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_status_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_merged_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    row = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    epoch = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_merged_row", x => new { x.merge_id, x.kind, x.row });
                });

            migrationBuilder.CreateTable(
                name: "membership_participation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    activity = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    metrics_epoch = table.Column<int>(type: "INTEGER", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_participation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    name_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    mobile = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    mobile_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    birthday = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    birthday_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    birth_year_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    birthday_corrected = table.Column<bool>(type: "INTEGER", nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sex_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_points_transfer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    giver_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    receiver_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    reversed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reversed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    reversed_for = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_points_transfer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_programme_replay",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    document_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    attempt = table.Column<Guid>(type: "TEXT", nullable: true),
                    done = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    receipts = table.Column<long>(type: "INTEGER", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: true),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    alive_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fault = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_programme_replay", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_programme_replay_member",
                columns: table => new
                {
                    replay_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    receipts = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    replayed_points = table.Column<long>(type: "INTEGER", nullable: false),
                    discount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    replayed_discount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    value_change_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    replayed_tier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_programme_replay_member", x => new { x.replay_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "membership_programme_version",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<short>(type: "INTEGER", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    effective_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    drafted_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    drafted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    activated_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    activated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_programme_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "membership_purchase",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    receipt_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    earner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    business_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    list_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    earning_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    added_points = table.Column<long>(type: "INTEGER", nullable: false),
                    growth = table.Column<long>(type: "INTEGER", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    programme_version = table.Column<int>(type: "INTEGER", nullable: false),
                    metrics_epoch = table.Column<int>(type: "INTEGER", nullable: true),
                    refunded_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_earning_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_points = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_growth = table.Column<long>(type: "INTEGER", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_purchase", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_purchase_line",
                columns: table => new
                {
                    purchase_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    list_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    price_rule = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    paid_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_fen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_purchase_line", x => new { x.purchase_id, x.line_no });
                });

            migrationBuilder.CreateTable(
                name: "membership_purchase_tender",
                columns: table => new
                {
                    purchase_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_points = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_purchase_tender", x => new { x.purchase_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "membership_purchase_tender_line",
                columns: table => new
                {
                    purchase_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_fen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_purchase_tender_line", x => new { x.purchase_id, x.number, x.line_no });
                });

            migrationBuilder.CreateTable(
                name: "membership_refund",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    refund_no = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    purchase_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    business_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    points_taken = table.Column<long>(type: "INTEGER", nullable: false),
                    growth_taken = table.Column<long>(type: "INTEGER", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    undone = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_refund", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_refund_tender",
                columns: table => new
                {
                    refund_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    restored_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    lapsed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_refund_tender", x => new { x.refund_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "membership_store_day",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    new_members = table.Column<long>(type: "INTEGER", nullable: false),
                    purchases = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    points_issued = table.Column<long>(type: "INTEGER", nullable: false),
                    points_taken_back = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_store_day", x => new { x.brand_id, x.store_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "membership_tag",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_tag_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    tag_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<short>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_tag_member",
                columns: table => new
                {
                    tag_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag_member", x => new { x.member_id, x.tag_id });
                });

            migrationBuilder.CreateTable(
                name: "membership_tag_recount",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    after = table.Column<Guid>(type: "TEXT", nullable: true),
                    done = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    receipts = table.Column<long>(type: "INTEGER", nullable: false),
                    gained = table.Column<long>(type: "INTEGER", nullable: false),
                    lost = table.Column<long>(type: "INTEGER", nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    alive_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag_recount", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_tag_version",
                columns: table => new
                {
                    tag_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    activated_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag_version", x => new { x.tag_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "membership_tier_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<short>(type: "INTEGER", nullable: false),
                    source_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    programme_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tier_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_tier_extension",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    before = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tier_extension", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_membership_adjustment_brand_id_status_requested_at",
                table: "membership_adjustment",
                columns: new[] { "brand_id", "status", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_adjustment_member_id_requested_at",
                table: "membership_adjustment",
                columns: new[] { "member_id", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_book_check_brand_id_requested_at",
                table: "membership_book_check",
                columns: new[] { "brand_id", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_card_renewal_member_id",
                table: "membership_card_renewal",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_membership_care_record_brand_id_followed_up_at_follow_up_on",
                table: "membership_care_record",
                columns: new[] { "brand_id", "followed_up_at", "follow_up_on" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_care_record_member_id_recorded_at",
                table: "membership_care_record",
                columns: new[] { "member_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_credential_member_id",
                table: "membership_credential",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_membership_enrolment_receipt_member_id",
                table: "membership_enrolment_receipt",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_membership_import_brand_id_id",
                table: "membership_import",
                columns: new[] { "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_import_state",
                table: "membership_import",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_membership_import_row_import_id_turn",
                table: "membership_import_row",
                columns: new[] { "import_id", "turn" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_brand_id_joined_on_status_tier_store_id_id",
                table: "membership_member",
                columns: new[] { "brand_id", "joined_on", "status", "tier", "store_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_brand_id_number_key",
                table: "membership_member",
                columns: new[] { "brand_id", "number_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_merged_into_id",
                table: "membership_member",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_person_id_brand_id",
                table: "membership_member",
                columns: new[] { "person_id", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_award_key_brand_id",
                table: "membership_member_award",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_award_member_id_on",
                table: "membership_member_award",
                columns: new[] { "member_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_merge_duplicate_id",
                table: "membership_member_merge",
                column: "duplicate_id");

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_merge_survivor_id_at",
                table: "membership_member_merge",
                columns: new[] { "survivor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_status_change_brand_id_on",
                table: "membership_member_status_change",
                columns: new[] { "brand_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_status_change_member_id_at",
                table: "membership_member_status_change",
                columns: new[] { "member_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_participation_member_id_on_activity",
                table: "membership_participation",
                columns: new[] { "member_id", "on", "activity" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_person_birthday_index",
                table: "membership_person",
                column: "birthday_index");

            migrationBuilder.CreateIndex(
                name: "IX_membership_person_mobile_index",
                table: "membership_person",
                column: "mobile_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_person_name_index",
                table: "membership_person",
                column: "name_index");

            migrationBuilder.CreateIndex(
                name: "IX_membership_points_transfer_giver_id_on",
                table: "membership_points_transfer",
                columns: new[] { "giver_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_points_transfer_receiver_id",
                table: "membership_points_transfer",
                column: "receiver_id");

            migrationBuilder.CreateIndex(
                name: "IX_membership_programme_replay_brand_id_number_id",
                table: "membership_programme_replay",
                columns: new[] { "brand_id", "number", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_programme_replay_member_replay_id_value_change_fen_member_id",
                table: "membership_programme_replay_member",
                columns: new[] { "replay_id", "value_change_fen", "member_id" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_purchase_brand_id_occurred_at_member_id_earning_fen_refunded_earning_fen",
                table: "membership_purchase",
                columns: new[] { "brand_id", "occurred_at", "member_id", "earning_fen", "refunded_earning_fen" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_purchase_earner_id_occurred_at",
                table: "membership_purchase",
                columns: new[] { "earner_id", "occurred_at" },
                filter: "earner_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_membership_purchase_member_id_occurred_at",
                table: "membership_purchase",
                columns: new[] { "member_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_purchase_store_id_receipt_no",
                table: "membership_purchase",
                columns: new[] { "store_id", "receipt_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_refund_member_id_occurred_at",
                table: "membership_refund",
                columns: new[] { "member_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_refund_purchase_id",
                table: "membership_refund",
                column: "purchase_id");

            migrationBuilder.CreateIndex(
                name: "IX_membership_refund_store_id_refund_no",
                table: "membership_refund",
                columns: new[] { "store_id", "refund_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_tag_brand_id_code",
                table: "membership_tag",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_tag_change_brand_id_on_tag_id",
                table: "membership_tag_change",
                columns: new[] { "brand_id", "on", "tag_id" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_tag_change_member_id_at",
                table: "membership_tag_change",
                columns: new[] { "member_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_tag_member_tag_id_member_id",
                table: "membership_tag_member",
                columns: new[] { "tag_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_tag_recount_brand_id_started_at",
                table: "membership_tag_recount",
                columns: new[] { "brand_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_tier_change_brand_id_on",
                table: "membership_tier_change",
                columns: new[] { "brand_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_tier_change_member_id_at",
                table: "membership_tier_change",
                columns: new[] { "member_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_tier_extension_member_id",
                table: "membership_tier_extension",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "membership_adjustment");

            migrationBuilder.DropTable(
                name: "membership_book_check");

            migrationBuilder.DropTable(
                name: "membership_card_renewal");

            migrationBuilder.DropTable(
                name: "membership_care_record");

            migrationBuilder.DropTable(
                name: "membership_credential");

            migrationBuilder.DropTable(
                name: "membership_enrolment_receipt");

            migrationBuilder.DropTable(
                name: "membership_import");

            migrationBuilder.DropTable(
                name: "membership_import_row");

            migrationBuilder.DropTable(
                name: "membership_member");

            migrationBuilder.DropTable(
                name: "membership_member_award");

            migrationBuilder.DropTable(
                name: "membership_member_merge");

            migrationBuilder.DropTable(
                name: "membership_member_status_change");

            migrationBuilder.DropTable(
                name: "membership_merged_row");

            migrationBuilder.DropTable(
                name: "membership_participation");

            migrationBuilder.DropTable(
                name: "membership_person");

            migrationBuilder.DropTable(
                name: "membership_points_transfer");

            migrationBuilder.DropTable(
                name: "membership_programme_replay");

            migrationBuilder.DropTable(
                name: "membership_programme_replay_member");

            migrationBuilder.DropTable(
                name: "membership_programme_version");

            migrationBuilder.DropTable(
                name: "membership_purchase");

            migrationBuilder.DropTable(
                name: "membership_purchase_line");

            migrationBuilder.DropTable(
                name: "membership_purchase_tender");

            migrationBuilder.DropTable(
                name: "membership_purchase_tender_line");

            migrationBuilder.DropTable(
                name: "membership_refund");

            migrationBuilder.DropTable(
                name: "membership_refund_tender");

            migrationBuilder.DropTable(
                name: "membership_store_day");

            migrationBuilder.DropTable(
                name: "membership_tag");

            migrationBuilder.DropTable(
                name: "membership_tag_change");

            migrationBuilder.DropTable(
                name: "membership_tag_member");

            migrationBuilder.DropTable(
                name: "membership_tag_recount");

            migrationBuilder.DropTable(
                name: "membership_tag_version");

            migrationBuilder.DropTable(
                name: "membership_tier_change");

            migrationBuilder.DropTable(
                name: "membership_tier_extension");
        }
    }
}
