// The emoji names that a bot and a team commonly write, as characters of the system's own font.

const NAMES = `
smile=😄 smiley=😃 grinning=😀 grin=😁 joy=😂 rofl=🤣 sweat_smile=😅 slightly_smiling_face=🙂 wink=😉 blush=😊 heart_eyes=😍
star-struck=🤩 kissing_heart=😘 thinking_face=🤔 neutral_face=😐 expressionless=😑 smirk=😏 unamused=😒 pensive=😔 confused=😕
cry=😢 sob=😭 angry=😠 rage=😡 scream=😱 flushed=😳 sleeping=😴 zzz=💤 sunglasses=😎 nerd_face=🤓 partying_face=🥳 hugging_face=🤗
shushing_face=🤫 face_with_monocle=🧐 exploding_head=🤯 see_no_evil=🙈 robot_face=🤖 ghost=👻 alien=👽 wave=👋 raised_hand=✋
ok_hand=👌 v=✌️ crossed_fingers=🤞 point_left=👈 point_right=👉 point_up=☝️ point_down=👇 +1=👍 thumbsup=👍 -1=👎 thumbsdown=👎
clap=👏 raised_hands=🙌 pray=🙏 muscle=💪 eyes=👀 eye=👁️ brain=🧠 bust_in_silhouette=👤 busts_in_silhouette=👥 woman=👩 man=👨
artist=🧑‍🎨 woman_artist=👩‍🎨 heart=❤️ orange_heart=🧡 yellow_heart=💛 green_heart=💚 blue_heart=💙 purple_heart=💜 broken_heart=💔
sparkles=✨ star=⭐ star2=🌟 dizzy=💫 fire=🔥 boom=💥 tada=🎉 confetti_ball=🎊 balloon=🎈 gift=🎁 trophy=🏆 medal=🏅 rocket=🚀
zap=⚡ sunny=☀️ cloud=☁️ rainbow=🌈 snowflake=❄️ ocean=🌊 sunrise=🌅 night_with_stars=🌃 crescent_moon=🌙 earth_africa=🌍
white_check_mark=✅ heavy_check_mark=✔️ ballot_box_with_check=☑️ x=❌ negative_squared_cross_mark=❎ heavy_plus_sign=➕
heavy_minus_sign=➖ question=❓ grey_question=❔ exclamation=❗ grey_exclamation=❕ bangbang=‼️ warning=⚠️ no_entry=⛔
no_entry_sign=🚫 octagonal_sign=🛑 information_source=ℹ️ bulb=💡 bell=🔔 no_bell=🔕 mega=📣 loudspeaker=📢 lock=🔒 unlock=🔓
key=🔑 mag=🔍 mag_right=🔎 link=🔗 paperclip=📎 pushpin=📌 round_pushpin=📍 scissors=✂️ pencil2=✏️ pencil=📝 memo=📝 lower_left_paintbrush=🖌️
paintbrush=🖌️ crayon=🖍️ art=🎨 frame_with_picture=🖼️ framed_picture=🖼️ camera=📷 camera_with_flash=📸 movie_camera=🎥 clapper=🎬
film_frames=🎞️ printer=🖨️ computer=💻 desktop_computer=🖥️ iphone=📱 floppy_disk=💾 package=📦 mailbox=📫 inbox_tray=📥 outbox_tray=📤
file_folder=📁 open_file_folder=📂 page_facing_up=📄 bookmark_tabs=📑 clipboard=📋 calendar=📆 date=📅 chart_with_upwards_trend=📈
chart_with_downwards_trend=📉 bar_chart=📊 moneybag=💰 dollar=💵 euro=💶 credit_card=💳 receipt=🧾 coin=🪙 hourglass=⌛
hourglass_flowing_sand=⏳ watch=⌚ alarm_clock=⏰ stopwatch=⏱️ timer_clock=⏲️ clock1=🕐 arrow_right=➡️ arrow_left=⬅️ arrow_up=⬆️
arrow_down=⬇️ arrow_upper_right=↗️ leftwards_arrow_with_hook=↩️ arrow_right_hook=↪️ arrows_counterclockwise=🔄
arrows_clockwise=🔃 repeat=🔁 back=🔙 twisted_rightwards_arrows=🔀 fast_forward=⏩ rewind=⏪ arrow_forward=▶️ double_vertical_bar=⏸️
black_square_for_stop=⏹️ red_circle=🔴 large_orange_circle=🟠 large_yellow_circle=🟡 large_green_circle=🟢 large_blue_circle=🔵
large_purple_circle=🟣 white_circle=⚪ black_circle=⚫ large_red_square=🟥 large_orange_square=🟧 large_yellow_square=🟨
large_green_square=🟩 large_blue_square=🟦 large_purple_square=🟪 white_large_square=⬜ black_large_square=⬛
white_medium_square=◻️ black_medium_square=◼️ small_blue_diamond=🔹 small_orange_diamond=🔸 radio_button=🔘 one=1️⃣ two=2️⃣
three=3️⃣ four=4️⃣ five=5️⃣ six=6️⃣ seven=7️⃣ eight=8️⃣ nine=9️⃣ zero=0️⃣ keycap_ten=🔟 100=💯 new=🆕 ok=🆗 cool=🆒 free=🆓 sos=🆘
id=🆔 gear=⚙️ wrench=🔧 hammer=🔨 hammer_and_wrench=🛠️ nut_and_bolt=🔩 shield=🛡️ bug=🐛 test_tube=🧪 dna=🧬 seedling=🌱
herb=🌿 four_leaf_clover=🍀 cactus=🌵 cherry_blossom=🌸 sunflower=🌻 potted_plant=🪴 evergreen_tree=🌲 fox_face=🦊 cat=🐱 dog=🐶
bird=🐦 penguin=🐧 turtle=🐢 snail=🐌 unicorn_face=🦄 coffee=☕ tea=🍵 beer=🍺 wine_glass=🍷 pizza=🍕 cake=🍰 birthday=🎂 cookie=🍪
doughnut=🍩 apple=🍎 house=🏠 office=🏢 airplane=✈️ car=🚗 bike=🚲 bicycle=🚲 runner=🏃 running_shirt_with_sash=🎽 performing_arts=🎭
jigsaw=🧩 dart=🎯 game_die=🎲 crystal_ball=🔮 magic_wand=🪄 label=🏷️ triangular_flag_on_post=🚩 checkered_flag=🏁 recycle=♻️
wastebasket=🗑️ speech_balloon=💬 thought_balloon=💭 left_speech_bubble=🗨️ abc=🔤 capital_abcd=🔠 globe_with_meridians=🌐
triangular_ruler=📐 straight_ruler=📏 portrait_frame=🖼️ level_slider=🎚️ control_knobs=🎛️ electric_plug=🔌 battery=🔋
`;

const TABLE = new Map(
  NAMES.trim()
    .split(/\s+/)
    .map((entry) => entry.split("=")),
);

/** The character of `:name:` (skin tones ignored), or null when the name is not known here. */
export const emojiFor = (name) => TABLE.get(name) ?? null;
