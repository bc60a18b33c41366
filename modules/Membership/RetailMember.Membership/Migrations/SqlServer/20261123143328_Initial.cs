using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "membership_import_ids");

            migrationBuilder.CreateTable(
                name: "membership_adjustment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    requested_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    requested_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    requested_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    decided_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_adjustment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_book_check",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    requested_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    requested_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    is_sound = table.Column<bool>(type: "bit", nullable: false),
                    books = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_book_check", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_card_renewal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    fee_fen = table.Column<long>(type: "bigint", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    renewed_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_card_renewal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_care_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    note = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    followed_up_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    followed_up_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_care_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_credential",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    value = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    bound_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_credential", x => new { x.brand_id, x.value });
                });

            migrationBuilder.CreateTable(
                name: "membership_enrolment_receipt",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    receipt = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_enrolment_receipt", x => new { x.brand_id, x.receipt });
                });

            migrationBuilder.CreateTable(
                name: "membership_import",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    layout = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    enrols = table.Column<bool>(type: "bit", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    rows = table.Column<int>(type: "int", nullable: false),
                    entries = table.Column<int>(type: "int", nullable: false),
                    imported = table.Column<int>(type: "int", nullable: false),
                    already_there = table.Column<int>(type: "int", nullable: false),
                    refused = table.Column<int>(type: "int", nullable: false),
                    alike_rows = table.Column<int>(type: "int", nullable: false),
                    alike = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    members = table.Column<int>(type: "int", nullable: false),
                    new_stores = table.Column<int>(type: "int", nullable: false),
                    new_members = table.Column<int>(type: "int", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    cursor = table.Column<string>(type: "nvarchar(240)", maxLength: 240, nullable: false, collation: "Latin1_General_100_BIN2"),
                    started_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    staged_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    alive_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    fault = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_import_row",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    row_no = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    turn = table.Column<string>(type: "nvarchar(240)", maxLength: 240, nullable: false, collation: "Latin1_General_100_BIN2"),
                    member_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    cells = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    column = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    facts = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_import_row", x => new { x.import_id, x.row_no });
                });

            migrationBuilder.CreateTable(
                name: "membership_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    member_no = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number_key = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    renewed_through = table.Column<DateOnly>(type: "date", nullable: true),
                    fields = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    tier = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    tier_since = table.Column<DateOnly>(type: "date", nullable: false),
                    carried_tier = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    period_start = table.Column<DateOnly>(type: "date", nullable: false),
                    metrics_epoch = table.Column<int>(type: "int", nullable: false),
                    spend_fen = table.Column<long>(type: "bigint", nullable: false),
                    purchases = table.Column<long>(type: "bigint", nullable: false),
                    growth = table.Column<long>(type: "bigint", nullable: false),
                    points_earned = table.Column<long>(type: "bigint", nullable: false),
                    participation = table.Column<long>(type: "bigint", nullable: false),
                    lifetime_spend_fen = table.Column<long>(type: "bigint", nullable: false),
                    lifetime_purchases = table.Column<long>(type: "bigint", nullable: false),
                    lifetime_growth = table.Column<long>(type: "bigint", nullable: false),
                    lifetime_points_earned = table.Column<long>(type: "bigint", nullable: false),
                    lifetime_participation = table.Column<long>(type: "bigint", nullable: false),
                    last_purchase_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    warned_for_period = table.Column<DateOnly>(type: "date", nullable: true),
                    extended_tier = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    extended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    extended_until = table.Column<DateOnly>(type: "date", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_member_award",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule_version = table.Column<int>(type: "int", nullable: false),
                    programme_version = table.Column<int>(type: "int", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    points_taken = table.Column<long>(type: "bigint", nullable: false),
                    growth = table.Column<long>(type: "bigint", nullable: false),
                    growth_taken = table.Column<long>(type: "bigint", nullable: false),
                    participation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    metrics_epoch = table.Column<int>(type: "int", nullable: false),
                    tier_from = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    tier_to = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    undoings = table.Column<int>(type: "int", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_award", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_member_merge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    survivor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    duplicate_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    undone_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    undone_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    undone_for = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    missing_points = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_merge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_member_status_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<short>(type: "smallint", nullable: false),
                    to = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_status_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_merged_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    row = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    epoch = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_merged_row", x => new { x.merge_id, x.kind, x.row });
                });

            migrationBuilder.CreateTable(
                name: "membership_participation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    activity = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    metrics_epoch = table.Column<int>(type: "int", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_participation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    name_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    mobile = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    mobile_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    birthday = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    birthday_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    birth_year_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    birthday_corrected = table.Column<bool>(type: "bit", nullable: false),
                    sex = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sex_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_points_transfer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    giver_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    receiver_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    reversed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    reversed_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    reversed_for = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_points_transfer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_programme_replay",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    document_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    attempt = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    receipts = table.Column<long>(type: "bigint", nullable: false),
                    figures = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    requested_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    requested_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    alive_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    fault = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_programme_replay", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_programme_replay_member",
                columns: table => new
                {
                    replay_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_no = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    receipts = table.Column<int>(type: "int", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    replayed_points = table.Column<long>(type: "bigint", nullable: false),
                    discount_fen = table.Column<long>(type: "bigint", nullable: false),
                    replayed_discount_fen = table.Column<long>(type: "bigint", nullable: false),
                    value_change_fen = table.Column<long>(type: "bigint", nullable: false),
                    tier = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    replayed_tier = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_programme_replay_member", x => new { x.replay_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "membership_programme_version",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    document = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    effective_from = table.Column<DateTime>(type: "datetime2", nullable: true),
                    note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    drafted_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    drafted_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    activated_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    activated_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_programme_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "membership_purchase",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    receipt_no = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    earner_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    business_date = table.Column<DateOnly>(type: "date", nullable: false),
                    list_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    earning_fen = table.Column<long>(type: "bigint", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    added_points = table.Column<long>(type: "bigint", nullable: false),
                    growth = table.Column<long>(type: "bigint", nullable: false),
                    tier = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    programme_version = table.Column<int>(type: "int", nullable: false),
                    metrics_epoch = table.Column<int>(type: "int", nullable: true),
                    refunded_fen = table.Column<long>(type: "bigint", nullable: false),
                    refunded_earning_fen = table.Column<long>(type: "bigint", nullable: false),
                    refunded_points = table.Column<long>(type: "bigint", nullable: false),
                    refunded_growth = table.Column<long>(type: "bigint", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_purchase", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_purchase_line",
                columns: table => new
                {
                    purchase_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    line_no = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    category = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    quantity = table.Column<int>(type: "int", nullable: false),
                    list_fen = table.Column<long>(type: "bigint", nullable: false),
                    price_rule = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    refunded_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_purchase_line", x => new { x.purchase_id, x.line_no });
                });

            migrationBuilder.CreateTable(
                name: "membership_purchase_tender",
                columns: table => new
                {
                    purchase_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    refunded_fen = table.Column<long>(type: "bigint", nullable: false),
                    refunded_points = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_purchase_tender", x => new { x.purchase_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "membership_purchase_tender_line",
                columns: table => new
                {
                    purchase_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    line_no = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    refunded_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_purchase_tender_line", x => new { x.purchase_id, x.number, x.line_no });
                });

            migrationBuilder.CreateTable(
                name: "membership_refund",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    refund_no = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    purchase_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    business_date = table.Column<DateOnly>(type: "date", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    points_taken = table.Column<long>(type: "bigint", nullable: false),
                    growth_taken = table.Column<long>(type: "bigint", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    undone = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_refund", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_refund_tender",
                columns: table => new
                {
                    refund_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    restored_fen = table.Column<long>(type: "bigint", nullable: false),
                    lapsed = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_refund_tender", x => new { x.refund_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "membership_store_day",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    new_members = table.Column<long>(type: "bigint", nullable: false),
                    purchases = table.Column<long>(type: "bigint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    refunded_fen = table.Column<long>(type: "bigint", nullable: false),
                    points_issued = table.Column<long>(type: "bigint", nullable: false),
                    points_taken_back = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_store_day", x => new { x.brand_id, x.store_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "membership_tag",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_tag_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    tag_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    step = table.Column<short>(type: "smallint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    figures = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_tag_member",
                columns: table => new
                {
                    tag_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    figures = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag_member", x => new { x.member_id, x.tag_id });
                });

            migrationBuilder.CreateTable(
                name: "membership_tag_recount",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    after = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    receipts = table.Column<long>(type: "bigint", nullable: false),
                    gained = table.Column<long>(type: "bigint", nullable: false),
                    lost = table.Column<long>(type: "bigint", nullable: false),
                    requested_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    alive_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag_recount", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_tag_version",
                columns: table => new
                {
                    tag_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    activated_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tag_version", x => new { x.tag_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "membership_tier_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    to = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<short>(type: "smallint", nullable: false),
                    source_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    programme_version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_tier_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_tier_extension",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    tier = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    before = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                unique: true,
                filter: "[person_id] IS NOT NULL");

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
                unique: true,
                filter: "[mobile_index] IS NOT NULL");

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

            migrationBuilder.DropSequence(
                name: "membership_import_ids");
        }
    }
}
